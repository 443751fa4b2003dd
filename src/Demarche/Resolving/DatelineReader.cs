using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Reads whence a report comes.</summary>
internal sealed class DatelineReader(Scene scene, NameReader names)
{
    /// <summary>How many lines may stand above a report.</summary>
    private const int MaxHeadings = 6;

    private readonly Token[] _tokens = scene.Tokens;
    private readonly Document _document = scene.Document;

    /// <summary>
    /// “HONIARA, 24 April –”, “HONIARA: ”, “From Ana Bell, Honiara”, “Honiara, 24 April 1998”: the country of the place from which a report comes; null where it does not
    /// say, or several are called so.
    /// </summary>
    public string? Country()
    {
        foreach (var ignored in _document.Ignored)
        {
            if (ignored.Why != Reading.Dateline.Why || _document.FirstTokenFrom(ignored.Span.Start) is var first && (first >= _tokens.Length || _tokens[first].Span.Start >= ignored.Span.End))
                continue;
            var known = scene.Gazetteer.Match(scene.Folded, _tokens, first, _document.FirstTokenFrom(ignored.Span.End), true)?.Names ?? [];
            return names.CountryOf(new(first, first + 1, known, [], NameKind.Place));
        }
        for (var s = 0; s < Math.Min(MaxHeadings, _document.Sentences.Count); s++)
        {
            var sentence = _document.Sentences[s];
            // A report without a headline may begin with place and date.
            if (sentence.Kind == BlockKind.Title && !(sentence.Count <= 6 && _tokens[sentence.End - 1].Upos is Upos.NUM or Upos.PROPN && _document.TimeAt(sentence.End - 1) is not null))
                continue;
            var end = HeadingEnd(sentence);
            if (end < 0)
                break;
            // In a line of its own the place stands behind the reporter's name.
            for (var t = end - 1; t >= sentence.First; t--)
                if ((end < sentence.End || t > sentence.First || _tokens[Math.Min(t + 1, end - 1)].Form == ",") && _tokens[t].Form is [var initial, ..] && char.IsUpper(initial)
                    && scene.Gazetteer.Match(scene.Folded, _tokens, t, end, true) is { } place && names.CountryOf(new(t, t + 1, place.Names, [], NameKind.Place)) is { } country)
                    return country;
        }
        return null;
    }

    /// <summary>Where the words that say whence a report comes may end: at a colon behind capitals, or with a short sentence without a verb; −1 where the report has begun.</summary>
    private int HeadingEnd(Sentence sentence)
    {
        var colon = sentence.First;
        while (colon < sentence.End && colon < sentence.First + 4 && _tokens[colon].Form.All(char.IsUpper))
            colon++;
        if (colon > sentence.First && colon < sentence.End && _tokens[colon].Form == ":")
            return colon;
        var comma = false;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX || t > sentence.First + 12)
                return -1;
            comma |= _tokens[t].Form == ",";
        }
        return comma ? sentence.End : sentence.First;
    }
}
