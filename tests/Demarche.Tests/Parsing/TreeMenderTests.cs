using Demarche.Parsing;

namespace Demarche.Tests.Parsing;

public class TreeMenderTests
{
    private static readonly ParsingWords Words = ParsingWords.Load(Path.Combine(AppContext.BaseDirectory, "codebook"));

    /// <summary>A word as form/tag/head/relation, heads counted from 1; what the mender changes is named with its head and relation afterwards.</summary>
    [Theory]
    [InlineData("Many/ADJ.JJ/2/amod suspect/NOUN.NN/0/root Cairo/PROPN.NNP/2/appos of/SCONJ.IN/5/mark lying/VERB.VBG/2/acl", "Many/2/nsubj Cairo/2/obj lying/2/advcl")]
    [InlineData("Few/ADJ.JJ/2/amod fear/NOUN.NN/0/root that/SCONJ.IN/5/mark Accra/PROPN.NNP/5/nsubj leaves/VERB.VBZ/2/acl", "Few/2/nsubj leaves/2/ccomp")]
    [InlineData("A/DET.DT/3/det few/ADJ.JJ/3/amod rain/NOUN.NN/0/root the/DET.DT/5/det day/NOUN.NN/3/nmod", "")]
    [InlineData("Many/ADJ.JJ/2/amod camps/NOUN.NNS/0/root the/DET.DT/4/det army/NOUN.NN/5/nsubj built/VERB.VBD/2/acl:relcl", "")]
    [InlineData("It/PRON.PRP/2/expl argues/VERB.VBZ/0/root on/ADP.IN/5/case the/DET.DT/5/det contrary/NOUN.NN/2/obl that/SCONJ.IN/8/mark Oslo/PROPN.NNP/8/nsubj lied/VERB.VBD/5/acl", "It/2/nsubj lied/2/ccomp")]
    [InlineData("It/PRON.PRP/2/expl seems/VERB.VBZ/0/root that/SCONJ.IN/5/mark Oslo/PROPN.NNP/5/nsubj lied/VERB.VBD/2/ccomp", "")]
    [InlineData("This/PRON.DT/7/nsubj is/AUX.VBZ/7/cop for/ADP.IN/4/case Athens/PROPN.NNP/7/nsubj a/DET.DT/7/det red/ADJ.JJ/7/amod line/NOUN.NN/0/root", "Athens/7/obl")]
    [InlineData("Lula/PROPN.NNP/2/nsubj explained/VERB.VBD/0/root why/ADV.WRB/2/advmod talks/NOUN.NNS/6/nsubj must/AUX.MD/6/aux begin/VERB.VB/2/conj", "why/6/advmod begin/2/ccomp")]
    [InlineData("Lula/PROPN.NNP/2/nsubj left/VERB.VBD/0/root when/ADV.WRB/5/advmod talks/NOUN.NNS/5/nsubj began/VERB.VBD/2/advcl", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj left/VERB.VBD/0/root ,/PUNCT.,/5/punct Bern/PROPN.NNP/8/nsubj fearing/VERB.VBG/8/csubj that/SCONJ.IN/8/mark Riga/PROPN.NNP/8/nsubj lied/VERB.VBD/2/parataxis", "Bern/5/nsubj fearing/2/advcl lied/5/ccomp")]
    [InlineData("Envoy/NOUN.NN/4/nsubj Ann/PROPN.NNP/1/appos was/AUX.VBD/4/cop blunt/ADJ.JJ/10/ccomp :/PUNCT.:/7/punct camps/NOUN.NNS/7/nsubj fall/VERB.VBP/4/parataxis ,/PUNCT.,/7/punct she/PRON.PRP/10/nsubj warned/VERB.VBD/0/root", "blunt/0/root fall/10/ccomp warned/4/parataxis")]
    [InlineData("The/DET.DT/2/det plan/NOUN.NN/4/nsubj is/AUX.VBZ/4/cop clear/ADJ.JJ/10/ccomp :/PUNCT.:/7/punct camps/NOUN.NNS/7/nsubj close/VERB.VBP/4/parataxis ,/PUNCT.,/7/punct she/PRON.PRP/10/nsubj said/VERB.VBD/0/root", "")]
    [InlineData("It/PRON.PRP/2/nsubj calls/VERB.VBZ/0/root on/ADP.IN/4/case Bern/PROPN.NNP/2/obl to/PART.TO/6/mark act/VERB.VB/2/csubj", "act/2/xcomp")]
    [InlineData("It/PRON.PRP/2/expl hurts/VERB.VBZ/0/root to/PART.TO/4/mark leave/VERB.VB/2/csubj", "")]
    [InlineData("An/DET.DT/2/det aide/NOUN.NN/8/nsubj to/ADP.IN/4/case Ann/PROPN.NNP/2/nmod Roe/PROPN.NNP/4/flat John/PROPN.NNP/4/appos Doe/PROPN.NNP/6/flat left/VERB.VBD/0/root", "John/2/appos")]
    [InlineData("In/ADP.IN/2/case letters/NOUN.NNS/9/obl to/ADP.IN/4/case envoys/NOUN.NNS/2/nmod ,/PUNCT.,/2/punct Ann/PROPN.NNP/9/nsubj ,/PUNCT.,/2/punct he/PRON.PRP/9/nsubj refused/VERB.VBD/0/root", "Ann/4/appos")]
    [InlineData("Ann/PROPN.NNP/4/nsubj ,/PUNCT.,/1/punct he/PRON.PRP/4/nsubj said/VERB.VBD/0/root", "")]
    [InlineData("The/DET.DT/2/det ministry/NOUN.NN/7/nsubj ,/PUNCT.,/4/punct citing/VERB.VBG/2/advcl Rome/PROPN.NNP/4/obj ,/PUNCT.,/4/punct complained/VERB.VBD/0/root", "citing/7/advcl")]
    [InlineData("Bombs/NOUN.NNS/2/nsubj killed/VERB.VBD/0/root at/ADP.IN/4/case least/ADJ.JJS/5/nmod 20/NUM.CD/6/nummod men/NOUN.NNS/2/obl", "men/2/obj")]
    [InlineData("Talks/NOUN.NNS/2/nsubj ended/VERB.VBD/0/root at/ADP.IN/4/case night/NOUN.NN/2/obl", "")]
    [InlineData("He/PRON.PRP/2/nsubj shot/VERB.VBD/0/root dogs/NOUN.NNS/2/obj at/ADP.IN/5/case least/ADJ.JJS/6/nmod 20/NUM.CD/7/nummod times/NOUN.NNS/2/obl", "")]
    [InlineData("They/PRON.PRP/3/nsubj:pass were/AUX.VBD/3/aux:pass given/VERB.VBN/0/root 48/NUM.CD/5/nummod hours/NOUN.NNS/3/obl:unmarked", "hours/3/obj")]
    [InlineData("They/PRON.PRP/3/nsubj:pass were/AUX.VBD/3/aux:pass held/VERB.VBN/0/root 48/NUM.CD/5/nummod hours/NOUN.NNS/3/obl:unmarked", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj bowed/VERB.VBD/0/root to/PART.TO/4/mark pressure/VERB.VB/2/xcomp from/ADP.IN/6/case Riga/PROPN.NNP/4/obl", "to/4/case pressure/2/obl Riga/4/nmod")]
    [InlineData("Rome/PROPN.NNP/2/nsubj hopes/VERB.VBZ/0/root to/PART.TO/4/mark pressure/VERB.VB/2/xcomp Riga/PROPN.NNP/4/obj", "")]
    [InlineData("Chad/PROPN.NNP/2/nsubj let/VERB.VBD/0/root go/VERB.VB/2/xcomp four/NUM.CD/5/nummod men/NOUN.NNS/3/obj", "go/2/compound:prt men/2/obj")]
    [InlineData("Chad/PROPN.NNP/2/nsubj let/VERB.VBD/0/root men/NOUN.NNS/2/obj go/VERB.VB/2/xcomp", "")]
    // A verb has no number before it.
    [InlineData("The/DET.DT/2/det two/NUM.CD/3/nummod accused/VERB.VBN/0/root Chad/PROPN.NNP/3/obj of/SCONJ.IN/6/mark lying/VERB.VBG/3/advcl ./PUNCT../3/punct", "two/3/nsubj")]
    [InlineData("The/DET.DT/3/det four/NUM.CD/3/nummod accuse/NOUN.NN/0/root Chad/PROPN.NNP/3/appos of/SCONJ.IN/6/mark lying/VERB.VBG/3/acl ./PUNCT../3/punct", "The/2/det four/3/nsubj Chad/3/obj")]
    [InlineData("The/DET.DT/3/det two/NUM.CD/3/nummod envoys/NOUN.NNS/0/root of/ADP.IN/5/case Chad/PROPN.NNP/3/nmod ./PUNCT../3/punct", "")]
    // Behind what becomes of somebody stands to whom it is done; a name behind a verb of doing is its object.
    [InlineData("Gangs/NOUN.NNS/2/nsubj hacked/VERB.VBD/0/root to/ADP.IN/4/case death/NOUN.NN/2/obl 160/NUM.CD/6/nummod monks/NOUN.NNS/4/appos", "monks/2/obj")]
    [InlineData("Courts/NOUN.NNS/2/nsubj freed/VERB.VBD/0/root on/ADP.IN/4/case bail/NOUN.NN/2/obj two/NUM.CD/6/nummod men/NOUN.NNS/4/appos", "bail/2/obl men/2/obj")]
    [InlineData("Gangs/NOUN.NNS/2/nsubj fled/VERB.VBD/0/root to/ADP.IN/4/case town/NOUN.NN/2/obl two/NUM.CD/6/nummod miles/NOUN.NNS/4/appos", "")]
    // A subject has no preposition: the name behind it says when or where.
    [InlineData("On/ADP.IN/4/case Sunday/PROPN.NNP/4/compound Turkish/ADJ.JJ/4/amod tanks/NOUN.NNS/5/nsubj left/VERB.VBD/0/root", "On/2/case Sunday/5/obl")]
    [InlineData("In/ADP.IN/2/case Lima/PROPN.NNP/3/compound trade/NOUN.NN/4/compound unions/NOUN.NNS/5/nsubj struck/VERB.VBD/0/root", "Lima/5/obl")]
    [InlineData("In/ADP.IN/3/case Lima/PROPN.NNP/3/compound suburbs/NOUN.NNS/5/obl dockers/NOUN.NNS/5/nsubj struck/VERB.VBD/0/root", "")]
    [InlineData("Khan/PROPN.NNP/2/nsubj called/VERB.VBD/0/root Holt/PROPN.NNP/2/xcomp", "Holt/2/obj")]
    [InlineData("Khan/PROPN.NNP/2/nsubj became/VERB.VBD/0/root King/PROPN.NNP/2/xcomp", "")]
    [InlineData("It/PRON.PRP/2/nsubj released/VERB.VBD/0/root a/DET.DT/4/det couple/NOUN.NN/2/obl:unmarked", "couple/2/obj")]
    [InlineData("It/PRON.PRP/2/nsubj waited/VERB.VBD/0/root an/DET.DT/4/det hour/NOUN.NN/2/obl:unmarked", "")]
    [InlineData("May/AUX.MD/2/aux said/VERB.VBD/0/root nothing/PRON.NN/2/obj", "May/2/nsubj")]
    [InlineData("Abdel/PROPN.NNP/4/nsubj Fattah/PROPN.NNP/1/flat Sisi/PROPN.NNP/2/flat spoke/VERB.VBD/0/root", "Sisi/1/flat")]
    [InlineData("Lima/PROPN.NNP/2/nsubj demanded/VERB.VBD/0/root of/ADP.IN/4/case firms/NOUN.NNS/2/obl with/ADP.IN/6/case licences/NOUN.NNS/4/nmod that/PRON.WDT/9/obj they/PRON.PRP/9/nsubj leave/VERB.VBP/6/acl:relcl", "that/9/mark leave/2/ccomp")]
    [InlineData("Lima/PROPN.NNP/2/nsubj opened/VERB.VBD/0/root with/ADP.IN/4/case calls/NOUN.NNS/2/obl for/ADP.IN/6/case Riga/PROPN.NNP/4/nmod to/PART.TO/8/mark leave/VERB.VB/2/advcl", "leave/4/acl")]
    [InlineData("Lima/PROPN.NNP/2/nsubj opened/VERB.VBD/0/root with/ADP.IN/4/case calls/NOUN.NNS/2/obl for/SCONJ.IN/8/mark Riga/PROPN.NNP/4/nmod to/PART.TO/8/mark leave/VERB.VB/2/advcl", "for/6/case leave/4/acl")]
    [InlineData("Ann/PROPN.NNP/2/nsubj mocked/VERB.VBD/0/root Bo/PROPN.NNP/2/obj and/CCONJ.CC/7/cc Jo/PROPN.NNP/7/nmod:poss 's/PART.POS/5/case plans/NOUN.NNS/2/conj", "plans/3/conj")]
    [InlineData("Ann/PROPN.NNP/2/nsubj fled/VERB.VBD/0/root home/NOUN.NN/2/obj and/CCONJ.CC/6/cc is/AUX.VBZ/6/cop queen/NOUN.NN/2/conj", "")]
    [InlineData("Lima/PROPN.NNP/2/nsubj bought/VERB.VBD/0/root gifts/NOUN.NNS/2/obj for/ADP.IN/5/case Riga/PROPN.NNP/3/nmod to/PART.TO/7/mark atone/VERB.VB/2/advcl", "")]
    [InlineData("Lima/PROPN.NNP/2/nsubj wrote/VERB.VBD/0/root of/ADP.IN/4/case firms/NOUN.NNS/2/obl that/PRON.WDT/7/obj they/PRON.PRP/7/nsubj own/VERB.VBP/4/acl:relcl", "")]
    [InlineData("Ann/PROPN.NNP/2/nsubj replied/VERB.VBD/0/root that/SCONJ.IN/6/mark Rome/PROPN.NNP/6/nsubj was/AUX.VBD/6/aux lying/VERB.VBG/2/ccomp ,/PUNCT.,/9/punct and/CCONJ.CC/9/cc asked/VERB.VBD/6/conj", "asked/2/conj")]
    [InlineData("Ann/PROPN.NNP/2/nsubj replied/VERB.VBD/0/root that/SCONJ.IN/5/mark Rome/PROPN.NNP/5/nsubj lied/VERB.VBD/2/ccomp ,/PUNCT.,/8/punct and/CCONJ.CC/8/cc fled/VERB.VBD/5/conj", "")]
    [InlineData("Oslo/PROPN.NNP/2/nsubj regrets/VERB.VBZ/0/root decisions/NOUN.NNS/2/obj ,/PUNCT.,/5/punct announced/VERB.VBN/2/conj by/ADP.IN/7/case Riga/PROPN.NNP/5/obl:agent", "announced/3/acl")]
    [InlineData("Oslo/PROPN.NNP/2/nsubj took/VERB.VBD/0/root notes/NOUN.NNS/2/obj ,/PUNCT.,/5/punct left/VERB.VBD/2/conj and/CCONJ.CC/7/cc slept/VERB.VBD/2/conj", "")]
    [InlineData("Bern/PROPN.NNP/2/nsubj sent/VERB.VBD/0/root clerks/NOUN.NNS/2/obj for/ADP.IN/5/case Asia/PROPN.NNP/3/nmod ,/PUNCT.,/7/punct Ann/PROPN.NNP/5/conj Roe/PROPN.NNP/5/conj ,/PUNCT.,/11/punct to/ADP.IN/11/case Kiev/PROPN.NNP/5/conj", "Ann/3/appos Roe/7/flat Kiev/2/obl")]
    [InlineData("Bern/PROPN.NNP/2/nsubj sent/VERB.VBD/0/root clerks/NOUN.NNS/2/obj for/ADP.IN/5/case Asia/PROPN.NNP/3/nmod and/CCONJ.CC/8/cc to/ADP.IN/8/case Kiev/PROPN.NNP/5/conj", "")]
    [InlineData("Troops/NOUN.NNS/7/nsubj ,/PUNCT.,/3/punct took/VERB.VBD/7/ccomp hills/NOUN.NNS/3/obj ,/PUNCT.,/3/punct Chad/PROPN.NNP/7/nsubj said/VERB.VBD/0/root", "Troops/3/nsubj")]
    [InlineData("Troops/NOUN.NNS/2/nsubj took/VERB.VBD/6/ccomp hills/NOUN.NNS/2/obj ,/PUNCT.,/2/punct Chad/PROPN.NNP/6/nsubj said/VERB.VBD/0/root", "")]
    // A verb behind a set-off name is its root; but a verb that is joined stays joined.
    [InlineData("Watch/PROPN.NNP/0/root ,/PUNCT.,/4/punct a/DET.DT/4/det group/NOUN.NN/1/appos ,/PUNCT.,/1/punct accused/VERB.VBD/1/conj Rome/PROPN.NNP/6/obj ./PUNCT../1/punct", "Watch/6/nsubj accused/0/root ./6/punct")]
    [InlineData("Rome/PROPN.NNP/0/root ,/PUNCT.,/4/punct and/CCONJ.CC/4/cc fled/VERB.VBD/1/conj ./PUNCT../1/punct", "")]
    // What is said in a statement is said; what is hoped or believed “in the hope that” is no such thing.
    [InlineData("Rome/PROPN.NNP/2/nsubj said/VERB.VBD/0/root in/ADP.IN/4/case letters/NOUN.NNS/2/obl that/SCONJ.IN/7/mark it/PRON.PRP/7/nsubj waits/VERB.VBZ/4/acl", "waits/2/ccomp")]
    [InlineData("Rome/PROPN.NNP/2/nsubj left/VERB.VBD/0/root in/ADP.IN/4/case hope/NOUN.NN/2/obl that/SCONJ.IN/7/mark Bern/PROPN.NNP/7/nsubj waits/VERB.VBZ/4/acl", "")]
    // The condition of what is said, not of saying it.
    [InlineData("If/SCONJ.IN/3/mark they/PRON.PRP/3/nsubj cross/VERB.VBP/6/advcl ,/PUNCT.,/3/punct he/PRON.PRP/6/nsubj warned/VERB.VBD/0/root ,/PUNCT.,/10/punct we/PRON.PRP/10/nsubj will/AUX.MD/10/aux strike/VERB.VB/6/ccomp", "cross/10/advcl")]
    [InlineData("If/SCONJ.IN/3/mark they/PRON.PRP/3/nsubj ask/VERB.VBP/6/advcl ,/PUNCT.,/3/punct he/PRON.PRP/6/nsubj says/VERB.VBZ/0/root that/SCONJ.IN/9/mark we/PRON.PRP/9/nsubj left/VERB.VBD/6/ccomp", "")]
    [InlineData("denied/VERB.VBD/0/root that/SCONJ.IN/5/mark Oslo/PROPN.NNP/5/nsubj had/AUX.VBD/5/aux sold/VERB.VBN/1/ccomp arms/NOUN.NNS/5/obj and/CCONJ.CC/8/cc called/VERB.VBD/5/conj it/PRON.PRP/8/obj", "called/1/conj")]
    [InlineData("denied/VERB.VBD/0/root that/SCONJ.IN/5/mark Oslo/PROPN.NNP/5/nsubj had/AUX.VBD/5/aux sold/VERB.VBN/1/ccomp arms/NOUN.NNS/5/obj and/CCONJ.CC/8/cc bought/VERB.VBN/5/conj it/PRON.PRP/8/obj", "")]
    [InlineData("Ann/PROPN.NNP/5/nsubj Roe/PROPN.NNP/1/flat on/ADP.IN/4/case Friday/PROPN.NNP/1/nmod left/VERB.VBD/0/root", "Friday/5/obl")]
    [InlineData("Votes/NOUN.NNS/4/nsubj on/ADP.IN/3/case Friday/PROPN.NNP/1/nmod failed/VERB.VBD/0/root", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj accused/VERB.VBD/0/root Bern/PROPN.NNP/2/obj of/SCONJ.IN/5/mark lying/VERB.VBG/3/acl", "lying/2/advcl")]
    [InlineData("Rome/PROPN.NNP/2/nsubj has/VERB.VBZ/0/root ways/NOUN.NNS/2/obj of/SCONJ.IN/5/mark lying/VERB.VBG/3/acl", "")]
    [InlineData("The/DET.DT/2/det head/NOUN.NN/8/nsubj of/ADP.IN/4/case Watch/PROPN.NNP/2/nmod ,/PUNCT.,/6/punct Ann/PROPN.NNP/4/appos Roe/PROPN.NNP/6/flat left/VERB.VBD/0/root", "Ann/2/appos")]
    [InlineData("The/DET.DT/2/det head/NOUN.NN/7/nsubj of/ADP.IN/4/case Chad/PROPN.NNP/2/nmod ,/PUNCT.,/6/punct Sahelia/PROPN.NNP/4/appos left/VERB.VBD/0/root", "")]
    [InlineData("arrested/VERB.VBD/0/root Ann/PROPN.NNP/1/obj ,/PUNCT.,/5/punct her/PRON.PRP$/5/nmod:poss clerk/NOUN.NN/2/appos and/CCONJ.CC/7/cc others/NOUN.NNS/2/conj", "clerk/2/conj")]
    [InlineData("arrested/VERB.VBD/0/root Ann/PROPN.NNP/1/obj ,/PUNCT.,/5/punct a/DET.DT/5/det clerk/NOUN.NN/2/appos ,/PUNCT.,/2/punct and/CCONJ.CC/8/cc others/NOUN.NNS/2/conj", "")]
    [InlineData("Hungary/PROPN.NNP/2/compound blocks/NOUN.NNS/4/nsubj EU/PROPN.NNP/4/compound text/NOUN.NN/0/root", "Hungary/2/nsubj blocks/0/root text/2/obj")]
    [InlineData("Village/NOUN.NN/2/compound blocks/NOUN.NNS/4/nsubj a/DET.DT/4/det ruin/NOUN.NN/0/root", "")]
    [InlineData("Poland/PROPN.NNP/2/compound eyes/NOUN.VBZ/0/root deals/NOUN.NNS/2/obj", "Poland/2/nsubj")]
    [InlineData("Bern/PROPN.NNP/2/nsubj called/VERB.VBD/0/root moves/NOUN.NNS/2/obj unjustified/VERB.VBD/2/advcl", "unjustified/2/xcomp")]
    [InlineData("Bern/PROPN.NNP/2/nsubj sold/VERB.VBD/0/root arms/NOUN.NNS/2/obj made/VERB.VBD/2/advcl", "")]
    [InlineData("Ann/PROPN.NNP/5/nsubj is/AUX.VBZ/5/cop due/ADJ.JJ/5/case in/ADP.IN/3/fixed Oslo/PROPN.NNP/0/root", "Ann/3/nsubj is/3/cop due/0/root in/5/case Oslo/3/obl")]
    [InlineData("Rome/PROPN.NNP/4/nsubj is/AUX.VBZ/4/aux to/PART.TO/4/mark blame/VERB.VB/0/root", "is/4/cop to/4/case")]
    [InlineData("Rome/PROPN.NNP/4/nsubj has/VERB.VBZ/0/root to/PART.TO/4/mark blame/VERB.VB/2/xcomp", "")]
    [InlineData("Bern/PROPN.NNP/2/nsubj stays/VERB.VBZ/0/root opposed/ADJ.JJ/2/xcomp to/ADP.IN/5/case entry/NOUN.NN/2/obj", "entry/2/obl")]
    [InlineData("word/NOUN.NN/0/root that/SCONJ.IN/4/mark Rome/PROPN.NNP/4/nsubj left/VERB.VBD/1/acl:relcl", "left/1/acl")]
    // A headline tells in the present; what needs an object and has none is a participle there, and nowhere else.
    [InlineData("Banker/NOUN.NN/2/nsubj charged/VERB.VBD/0/root with/ADP.IN/4/case fraud/NOUN.NN/2/obl", "Banker/2/nsubj:pass")]
    [InlineData("Lagos/PROPN.NNP/2/nsubj hit/VERB.VBD/0/root by/ADP.IN/4/case floods/NOUN.NNS/2/obl", "Lagos/2/nsubj:pass floods/2/obl:agent")]
    [InlineData("Police/NOUN.NNS/2/nsubj charged/VERB.VBD/0/root with/ADP.IN/4/case batons/NOUN.NNS/2/obl ./PUNCT../2/punct", "")]
    [InlineData("Floods/NOUN.NNS/2/nsubj hit/VERB.VBD/0/root Lagos/PROPN.NNP/2/obj", "")]
    [InlineData("Rebels/NOUN.NNS/2/nsubj fled/VERB.VBD/0/root into/ADP.IN/4/case hills/NOUN.NNS/2/obl", "")]
    // Nobody is spoken to in the third person.
    [InlineData("Chad/PROPN.NNP/6/vocative –/PUNCT.:/4/punct a/DET.DT/4/det neighbour/NOUN.NN/1/appos –/PUNCT.:/1/punct invaded/VERB.VBD/0/root Mali/PROPN.NNP/6/obj ./PUNCT../6/punct", "Chad/6/nsubj")]
    [InlineData("Ann/PROPN.NNP/4/vocative ,/PUNCT.,/1/punct we/PRON.PRP/4/nsubj left/VERB.VBD/0/root ./PUNCT../4/punct", "")]
    // Who does an act is no part of the name of him to whom it is done.
    [InlineData("attacks/NOUN.NNS/6/nsubj on/ADP.IN/3/case Kabul/PROPN.NNP/1/nmod by/ADP.IN/5/case rebels/NOUN.NNS/3/nmod ended/VERB.VBD/0/root", "rebels/1/nmod")]
    [InlineData("arrest/NOUN.NN/6/nsubj of/ADP.IN/3/case priests/NOUN.NNS/1/nmod by/ADP.IN/5/case police/NOUN.NNS/3/nmod ended/VERB.VBD/0/root", "police/1/nmod")]
    [InlineData("fans/NOUN.NNS/6/nsubj of/ADP.IN/3/case books/NOUN.NNS/1/nmod by/ADP.IN/5/case Roe/PROPN.NNP/3/nmod met/VERB.VBD/0/root", "")]
    // What somebody is accused of; but an army's head is a head.
    [InlineData("Lima/PROPN.NNP/2/nsubj accused/VERB.VBD/0/root Quito/PROPN.NNP/2/obj of/ADP.IN/5/case fraud/NOUN.NN/3/nmod", "fraud/2/obl")]
    [InlineData("Lima/PROPN.NNP/2/nsubj accused/VERB.VBD/0/root chiefs/NOUN.NNS/2/obj of/ADP.IN/6/case the/DET.DT/6/det army/NOUN.NN/3/nmod", "")]
    [InlineData("Mali/PROPN.NNP/2/nsubj said/VERB.VBD/0/root Thursday/PROPN.NNP/2/obj it/PRON.PRP/5/nsubj left/VERB.VBD/2/ccomp", "Thursday/2/obl:unmarked")]
    [InlineData("Mali/PROPN.NNP/2/nsubj dreads/VERB.VBZ/0/root Thursday/PROPN.NNP/2/obj", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj dismissed/VERB.VBD/0/root as/ADV.RB/4/advmod absurd/ADJ.JJ/2/advcl a/DET.DT/6/det report/NOUN.NN/2/obl", "report/2/obj")]
    [InlineData("Rome/PROPN.NNP/2/nsubj left/VERB.VBD/0/root early/ADV.RB/2/advmod the/DET.DT/6/det next/ADJ.JJ/6/amod morning/NOUN.NN/2/obl", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj rejects/VERB.VBZ/0/root plans/NOUN.NNS/2/obj ,/PUNCT.,/5/punct announced/VERB.VBN/3/acl by/ADP.IN/7/case Bern/PROPN.NNP/5/obl:agent ,/PUNCT.,/10/punct to/PART.TO/10/mark leave/VERB.VB/2/advcl", "leave/3/acl")]
    [InlineData("Rome/PROPN.NNP/2/nsubj sold/VERB.VBD/0/root ships/NOUN.NNS/2/obj ,/PUNCT.,/5/punct built/VERB.VBN/3/acl by/ADP.IN/7/case Bern/PROPN.NNP/5/obl:agent ,/PUNCT.,/10/punct to/PART.TO/10/mark live/VERB.VB/2/advcl", "")]
    // In a row of past forms the one with an object is no participle.
    [InlineData("Rome/PROPN.NNP/2/nsubj met/VERB.VBD/0/root envoys/NOUN.NNS/2/obj ,/PUNCT.,/5/punct imposed/VERB.VBN/3/amod bans/NOUN.NNS/5/obj and/CCONJ.CC/8/cc left/VERB.VBD/2/conj", "imposed/2/conj")]
    [InlineData("Rome/PROPN.NNP/2/nsubj met/VERB.VBD/0/root envoys/NOUN.NNS/2/obj ,/PUNCT.,/5/punct sent/VERB.VBN/3/acl home/ADV.RB/5/advmod and/CCONJ.CC/8/cc left/VERB.VBD/2/conj", "")]
    [InlineData("The/DET.DT/2/det murder/NOUN.NN/0/root of/ADP.IN/4/case men/NOUN.NNS/2/nmod by/ADP.IN/6/case rebels/NOUN.NNS/2/nmod alarmed/VERB.VBD/6/acl Paris/PROPN.NNP/7/obj ./PUNCT../2/punct", "murder/7/nsubj alarmed/0/root ./7/punct")]
    [InlineData("The/DET.DT/2/det murder/NOUN.NN/0/root of/ADP.IN/4/case men/NOUN.NNS/2/nmod by/ADP.IN/6/case rebels/NOUN.NNS/2/nmod armed/VERB.VBN/6/acl in/ADP.IN/9/case Paris/PROPN.NNP/7/obl ./PUNCT../2/punct", "")]
    // What it had done, and what was said besides.
    [InlineData("Rome/PROPN.NNP/2/nsubj said/VERB.VBD/0/root it/PRON.PRP/5/nsubj had/AUX.VBD/5/aux killed/VERB.VBN/2/ccomp ten/NUM.CD/5/obj and/CCONJ.CC/8/cc captured/VERB.VBD/5/conj two/NUM.CD/8/obj", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj said/VERB.VBD/0/root it/PRON.PRP/5/nsubj had/AUX.VBD/5/aux lost/VERB.VBN/2/ccomp men/NOUN.NNS/5/obj and/CCONJ.CC/8/cc called/VERB.VBD/5/conj for/ADP.IN/10/case calm/NOUN.NN/8/obl", "called/2/conj")]
    [InlineData("Vote/NOUN.NN/0/root in/ADP.IN/3/case Chad/PROPN.NNP/4/nsubj sparks/VERB.VBZ/1/nmod riots/NOUN.NNS/4/obj", "Vote/4/nsubj Chad/1/nmod sparks/0/root")]
    [InlineData("Raid/NOUN.NN/0/root on/ADP.IN/4/case Gaza/PROPN.NNP/4/compound camp/NOUN.NN/5/compound kills/NOUN.NNS/1/nmod five/NUM.CD/5/nummod", "Raid/5/nsubj camp/1/nmod kills/0/root five/5/obj")]
    [InlineData("Raid/NOUN.NN/0/root on/ADP.IN/4/case Gaza/PROPN.NNP/4/compound camps/NOUN.NNS/1/nmod", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj left/VERB.VBD/0/root saying/VERB.VBG/2/advcl Bern/PROPN.NNP/3/iobj harbours/VERB.VBZ/3/iobj rebels/NOUN.NNS/3/obj", "Bern/5/nsubj harbours/3/ccomp rebels/5/obj")]
    [InlineData("Rome/PROPN.NNP/2/nsubj signed/VERB.VBD/0/root texts/NOUN.NNS/2/obj pledging/VERB.VBG/3/acl to/ADP.IN/7/case deepen/VERB.VB/7/amod ties/NOUN.NNS/4/obl", "to/6/mark deepen/4/xcomp ties/6/obj")]
    [InlineData("Raids/NOUN.NNS/2/nsubj came/VERB.VBD/0/root hours/NOUN.NNS/2/obj after/SCONJ.IN/6/mark he/PRON.PRP/6/nsubj left/VERB.VBD/2/advcl", "hours/2/obl:unmarked")]
    [InlineData("An/DET.DT/2/det aide/NOUN.NN/9/nsubj for/ADP.IN/5/case the/DET.DT/5/det army/NOUN.NN/2/nmod ,/PUNCT.,/7/punct Ann/PROPN.NNP/5/appos Roe/PROPN.NNP/7/flat left/VERB.VBD/0/root", "Ann/2/appos")]
    [InlineData("The/DET.DT/2/det wife/NOUN.NN/9/nsubj of/ADP.IN/5/case the/DET.DT/5/det envoy/NOUN.NN/2/nmod ,/PUNCT.,/7/punct Ann/PROPN.NNP/5/appos Roe/PROPN.NNP/7/flat left/VERB.VBD/0/root", "")]
    [InlineData("Rome/PROPN.NNP/2/nsubj rejects/VERB.VBZ/0/root plans/NOUN.NNS/2/obj ,/PUNCT.,/5/punct announced/VERB.VBN/3/acl by/ADP.IN/7/case Bern/PROPN.NNP/5/obl:agent ,/PUNCT.,/10/punct to/PART.TO/10/mark leave/VERB.VB/5/advcl", "leave/3/acl")]
    [InlineData("Deals/NOUN.NNS/0/root that/PRON.WDT/4/obj Qatar/PROPN.NNP/4/nsubj made/VERB.VBD/1/acl:relcl calls/NOUN.NNS/4/obj for/ADP.IN/7/case peace/NOUN.NN/4/obl ./PUNCT../1/punct", "Deals/5/nsubj calls/0/root peace/5/obl ./5/punct")]
    [InlineData("Deals/NOUN.NNS/0/root that/PRON.WDT/3/nsubj made/VERB.VBD/1/acl:relcl friends/NOUN.NNS/3/obj ./PUNCT../1/punct", "")]
    // What is threatened, past the day; a purpose stays one.
    [InlineData("Bern/PROPN.NNP/2/nsubj threatened/VERB.VBD/0/root on/ADP.IN/4/case Friday/PROPN.NNP/2/obl to/PART.TO/6/mark leave/VERB.VB/2/advcl", "leave/2/xcomp")]
    [InlineData("Bern/PROPN.NNP/2/nsubj met/VERB.VBD/0/root on/ADP.IN/4/case Friday/PROPN.NNP/2/obl to/PART.TO/6/mark vote/VERB.VB/2/advcl", "")]
    // Whoever tells it stands before “told”.
    [InlineData("Rome/PROPN.NNP/2/nsubj met/VERB.VBD/0/root Bern/PROPN.NNP/2/obj ,/PUNCT.,/6/punct an/DET.DT/6/det aide/NOUN.NN/3/appos ,/PUNCT.,/8/punct Ann/PROPN.NNP/6/appos ,/PUNCT.,/6/punct told/VERB.VBD/2/parataxis reporters/NOUN.NNS/10/iobj", "aide/10/nsubj")]
    // A gerund that names an act, behind whoever does it.
    [InlineData("The/DET.DT/2/det police/NOUN.NN/7/nsubj shooting/VERB.VBG/2/acl of/ADP.IN/6/case a/DET.DT/6/det boy/NOUN.NN/3/obl sparked/VERB.VBD/0/root riots/NOUN.NNS/7/obj", "The/3/det police/3/compound shooting/7/nsubj boy/3/nmod")]
    [InlineData("The/DET.DT/2/det guards/NOUN.NNS/5/nsubj shooting/VERB.VBG/2/acl boys/NOUN.NNS/3/obj fled/VERB.VBD/0/root", "")]
    // A participle that only tells of the object.
    [InlineData("Rome/PROPN.NNP/2/nsubj imposed/VERB.VBD/0/root crippling/VERB.VBG/2/xcomp new/ADJ.JJ/5/amod sanctions/NOUN.NNS/3/obj on/ADP.IN/7/case Bern/PROPN.NNP/5/nmod ./PUNCT../2/punct", "crippling/5/amod sanctions/2/obj")]
    [InlineData("Rome/PROPN.NNP/2/nsubj stopped/VERB.VBD/0/root shelling/VERB.VBG/2/xcomp towns/NOUN.NNS/3/obj", "")]
    // The gerund that opens a sentence is its subject where there is no other.
    [InlineData("Fighting/VERB.VBG/4/advcl in/ADP.IN/3/case Goma/PROPN.NNP/1/obl flared/VERB.VBD/0/root up/ADP.RP/4/compound:prt", "Fighting/4/nsubj Goma/1/nmod")]
    [InlineData("Fighting/VERB.VBG/5/advcl in/ADP.IN/3/case Goma/PROPN.NNP/1/obl rebels/NOUN.NNS/5/nsubj fled/VERB.VBD/0/root", "")]
    // Of two names the last is told of, unless the verb is a plural.
    [InlineData("Ann/PROPN.NNP/7/nsubj and/CCONJ.CC/3/cc Jan/PROPN.NNP/1/conj ,/PUNCT.,/6/punct who/PRON.WP/6/nsubj wrote/VERB.VBD/1/acl:relcl spoke/VERB.VBD/0/root", "wrote/3/acl:relcl")]
    [InlineData("Ann/PROPN.NNP/7/nsubj and/CCONJ.CC/3/cc Jan/PROPN.NNP/1/conj ,/PUNCT.,/6/punct who/PRON.WP/6/nsubj write/VERB.VBP/1/acl:relcl spoke/VERB.VBD/0/root", "")]
    // The first of a list behind “as” is a subject like the others.
    [InlineData("Rome/PROPN.NNP/2/nsubj waits/VERB.VBZ/0/root as/ADP.IN/4/case Bern/PROPN.NNP/2/obl ,/PUNCT.,/6/punct Riga/PROPN.NNP/9/nsubj and/CCONJ.CC/8/cc Oslo/PROPN.NNP/6/conj vote/VERB.VBP/2/advcl", "as/9/mark Bern/9/nsubj Riga/4/conj Oslo/4/conj")]
    public void OnlyWhatNoReadingAllowsIsMended(string words, string changed)
    {
        var tokens = words.Split(' ').Select(word => word.Split('/')).Select(word => new Token
        {
            Form = word[0],
            Upos = Enum.Parse<Upos>(word[1].Split('.')[0]),
            Xpos = word[1][(word[1].IndexOf('.', StringComparison.Ordinal) + 1)..],
            Head = int.Parse(word[2], System.Globalization.CultureInfo.InvariantCulture) - 1,
            Relation = Relations.Parse(word[3]),
        }).ToArray();
        var before = (Token[])tokens.Clone();

        TreeMender.Mend(new(Words), tokens, [new Sentence(0, tokens.Length, new(0, 0), BlockKind.Body)]);

        var differing = tokens.Where((token, i) => (token.Head, token.Relation) != (before[i].Head, before[i].Relation)).Select(token => $"{token.Form}/{token.Head + 1}/{token.Relation.Name()}");
        Assert.Equal(changed, string.Join(' ', differing));
    }

    [Theory]
    [InlineData(false, "Accra/4/nsubj test/4/compound")]
    [InlineData(true, "Accra/2/compound test/4/nsubj")]
    public void A_verb_behind_a_hyphen_has_the_name_before_it_as_subject(bool spaced, string expected)
    {
        var tokens = new Token[]
        {
            new() { Form = "Accra", Upos = Upos.PROPN, Xpos = "NNP", Head = 1, Relation = Relation.Compound },
            new() { Form = "test", Upos = Upos.NOUN, Xpos = "NN", Head = 3, Relation = Relation.Nsubj, SpaceBefore = true },
            new() { Form = "-", Upos = Upos.PUNCT, Xpos = "HYPH", Head = 1, Relation = Relation.Punct, SpaceBefore = spaced },
            new() { Form = "fired", Upos = Upos.VERB, Xpos = "VBD", Head = -1, Relation = Relation.Root, SpaceBefore = spaced },
        };

        TreeMender.Mend(new(Words), tokens, [new Sentence(0, tokens.Length, new(0, 0), BlockKind.Body)]);

        Assert.Equal(expected, string.Join(' ', tokens.Take(2).Select(token => $"{token.Form}/{token.Head + 1}/{token.Relation.Name()}")));
    }

    [Theory]
    [InlineData("China tells US", "PROPN")]
    [InlineData("CHINA TELLS US", "PRON")]
    [InlineData("China tells us", "PRON")]
    public void OfPronounsNoneIsWrittenInCapitalsAmongSmallLetters(string words, string upos)
    {
        var tokens = words.Split(' ').Select((form, i) => new Token { Form = form, Upos = i == 2 ? Upos.PRON : Upos.NOUN, Xpos = i == 2 ? "PRP" : "NN", Head = i == 1 ? -1 : 1, Relation = i == 1 ? Relation.Root : Relation.Obj }).ToArray();
        var tree = new OpenTree(Words);
        tree.Open(tokens, new(0, 3, new(0, 0), BlockKind.Body));
        WordMender.Mend(tree);
        Assert.Equal(Enum.Parse<Upos>(upos), tokens[2].Upos);
    }
}
