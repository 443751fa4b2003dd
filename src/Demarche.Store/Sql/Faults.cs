using SQLitePCL;

namespace Demarche.Store.Sql;

/// <summary>What SQLite could not do, in words that say what to do about it.</summary>
internal static class Faults
{
    public static void Check(int result, sqlite3 database, string path)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
            return;
        throw new StoreException($"{path}: {Words(result & 0xFF, raw.sqlite3_errmsg(database).utf8_to_string(), path)}") { Code = result & 0xFF };
    }

    public static string Words(int code, string detail, string path) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another process is writing to this store; try again when it is done",
        // A file that is there, and could be read, is opened for writing in vain where its disk is read-only.
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN when code == raw.SQLITE_READONLY || File.Exists(path) => "cannot be written: the file, its folder or its disk is read-only",
        raw.SQLITE_CANTOPEN => "cannot be opened; its folder must be there, and writable for who writes",
        // With no room for the log or what goes with it, SQLite says that it cannot write, not why.
        raw.SQLITE_FULL or raw.SQLITE_IOERR when code == raw.SQLITE_FULL || !HasRoom(path) => "the disk is full; what was added before is kept, make room and run the same command again",
        raw.SQLITE_IOERR => $"the disk cannot be read or written ({detail}); what was added before is kept",
        raw.SQLITE_NOTADB => "is no store of demarche",
        raw.SQLITE_CORRUPT => $"is damaged ({detail}); restore it from a copy, or add its stories to a new store",
        _ => detail,
    };

    private static bool HasRoom(string path)
    {
        const int Least = 64 << 10;
        try
        {
            return new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace >= Least;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return true;
        }
    }
}
