namespace Demarche.Parsing;

/// <summary>
/// Puts right what the network builds now and then although no reading of the words allows it: each rule names the guideline of Universal Dependencies
/// or the rule of grammar that the tree breaks. Rules stand by what they mend in <see cref="WordMender"/>, <see cref="PhraseMender"/>,
/// <see cref="ClauseMender"/> and <see cref="ContentMender"/>; here is their order, on which later ones rely.
/// </summary>
internal static class TreeMender
{
    /// <summary>Mends the trees of all sentences that have one.</summary>
    /// <param name="tree">What to work with; its sentence is another afterwards.</param>
    /// <param name="tokens">Of the whole story, tagged and parsed; lemmas are not there yet.</param>
    /// <param name="sentences">Those of the story.</param>
    public static void Mend(OpenTree tree, Token[] tokens, List<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (sentence.Ignored)
                continue;
            tree.Open(tokens, sentence);
            WordMender.Mend(tree);
            for (var t = sentence.First; t < sentence.End; t++)
                Mend(tree, t);
        }
    }

    private static void Mend(OpenTree tree, int t)
    {
        PhraseMender.LiftFromName(tree, t);
        PhraseMender.ReadGerundAsAct(tree, t);
        PhraseMender.ReadFirstGerundAsSubject(tree, t);
        PhraseMender.ReadGerundAsModifier(tree, t);
        PhraseMender.LiftCaseFromNumber(tree, t);
        PhraseMender.JoinPartnerOfBetween(tree, t);
        PhraseMender.LiftFromManner(tree, t);
        PhraseMender.ReadMarkedObject(tree, t);
        ContentMender.ReadMarkedClauseAsContent(tree, t);
        ClauseMender.LiftAdverbial(tree, t);
        ClauseMender.ReadHeadlinePastAsPassive(tree, t);
        ClauseMender.ReadBareAdjectiveAsPast(tree, t);
        ClauseMender.ReadNumberAsSubject(tree, t);
        ClauseMender.ReadReducedRelative(tree, t);
        ClauseMender.ReadClauseBeforeSpeaker(tree, t);
        ClauseMender.ReadHeadlineVerbAsRoot(tree, t);
        ClauseMender.ReadSecondObjectAsRoot(tree, t);
        ClauseMender.ReadFiniteObjectAsClause(tree, t);
        ClauseMender.ReadPlainFormAsInfinitive(tree, t);
        ClauseMender.ReadPluralBehindTo(tree, t);
        ClauseMender.ReadAddressAsSubject(tree, t);
        ClauseMender.GiveTellingItsSubject(tree, t);
        PhraseMender.ReadVerbBehindHyphen(tree, t);
        PhraseMender.ReadParticleBehindHyphen(tree, t);
        ClauseMender.ReadModalAsName(tree, t);
        ClauseMender.ReadSingularBehindPluralAsVerb(tree, t);
        ClauseMender.FreeSubject(tree, t);
        ClauseMender.DemoteMarkedSubject(tree, t);
        ContentMender.SubordinateQuestion(tree, t);
        ClauseMender.GiveParticipleItsSubject(tree, t);
        ContentMender.LiftFromSetPhrase(tree, t);
        PhraseMender.ReadCountedObject(tree, t);
        PhraseMender.ReadBareObliqueAsObject(tree, t);
        PhraseMender.ReadObjectBehindResult(tree, t);
        PhraseMender.ReadNameAsObject(tree, t);
        PhraseMender.ReadInfinitiveAsParticle(tree, t);
        PhraseMender.ReadGivenTimeAsObject(tree, t);
        PhraseMender.ReadDayAsTime(tree, t);
        PhraseMender.ReadOpeningNameAsOblique(tree, t);
        PhraseMender.LiftAgent(tree, t);
        PhraseMender.GiveNounItsInfinitive(tree, t);
        ContentMender.FreeWordsBeforeColon(tree, t);
        ClauseMender.LeaveOneSubject(tree, t);
        PhraseMender.LiftSecondName(tree, t);
        PhraseMender.ReadSetOffNameAsApposition(tree, t);
        ContentMender.GiveDemandItsClause(tree, t);
        ContentMender.GiveCallItsInfinitive(tree, t);
        ContentMender.ReadAimAsContent(tree, t);
        PhraseMender.JoinNounToObject(tree, t);
        ClauseMender.JoinLikeForms(tree, t);
        ClauseMender.JoinSeries(tree, t);
        PhraseMender.HangParticipleOnNoun(tree, t);
        PhraseMender.LiftGoal(tree, t);
        ClauseMender.GiveFrontedClauseItsSubject(tree, t);
        ClauseMender.ReadLoneVerbAsRoot(tree, t);
        ClauseMender.ReadLoneParticipleAsRoot(tree, t);
        ContentMender.LiftFromStatement(tree, t);
        ContentMender.LiftFromHearer(tree, t);
        ContentMender.GiveConditionItsConsequence(tree, t);
        ClauseMender.LiftPastFromPerfect(tree, t);
        PhraseMender.LiftDayFromName(tree, t);
        ContentMender.LiftCharge(tree, t);
        PhraseMender.LiftNameOfHead(tree, t);
        PhraseMender.ReadListAsOne(tree, t);
        PhraseMender.HangRelativeOnLastName(tree, t);
        ClauseMender.GiveListItsFirst(tree, t);
    }
}
