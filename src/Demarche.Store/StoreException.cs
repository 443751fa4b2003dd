namespace Demarche.Store;

/// <summary>A store cannot be used as asked: the message names the file, says what is wrong and what would be right. What was begun is not there.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>SQLite's result code; 0 when it was not SQLite that refused.</summary>
    public int Code { get; init; }
}
