namespace Demarche.Recognizing;

/// <summary>
/// Finds the words of a document that say when, and the dates they mean. What is counted from the day of publication (“yesterday”, “on Tuesday”,
/// “in December”) yields nothing when that day is not known.
/// </summary>
internal sealed class Dater(Calendar calendar, Gazetteer gazetteer)
{
    public void Process(Document document)
    {
        var reading = new DateReading(calendar, document, () => Hemisphere.IsSouthern(document, gazetteer));
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                reading.Read(sentence);
    }
}
