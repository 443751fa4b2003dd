namespace Demarche.Record;

/// <summary>Writes the records of stories in one form, in the order in which it gets them.</summary>
public interface IRecordWriter : IDisposable
{
    void Write(Document document);

    /// <summary>Writes what closes the form. Without it the output is not whole.</summary>
    void Finish();
}
