using System.Buffers.Binary;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;
using Demarche.Store.Schema;
using Demarche.Store.Sql;
using SQLitePCL;

namespace Demarche.Store;

/// <summary>Opens a store's file: looks before it touches, so that a file which is no store is left as it is.</summary>
internal static class StoreFile
{
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    public static Database Open(string path, StoreOptions options)
    {
        if (Directory.Exists(path))
            throw new StoreException($"{path} is a folder; a store is a file");
        var access = options.Access;
        if (!File.Exists(path) && access != StoreAccess.Create)
            throw new StoreException(string.IsNullOrWhiteSpace(path) ? "--store needs the name of a file" : $"{path} does not exist; demarche add PATH --store {path} makes it");
        var version = File.Exists(path) ? Look(path, access) : 0;
        if (access == StoreAccess.Read && version < Migrations.Latest)
            // Asking needs the tables of today; whoever may write brings them.
            Open(path, options with { Access = StoreAccess.Write }).Dispose();

        var database = Connect(path, access, options.Patience);
        try
        {
            if (access == StoreAccess.Read)
                return database;
            BringForward(database, options);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The schema version of a file; 0 for one that has nothing in it yet.</summary>
    private static int Look(string path, StoreAccess access)
    {
        Span<byte> header = stackalloc byte[100];
        long length;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = file.Length;
            header = header[..file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path}: cannot be read ({error.Message})", error);
        }

        if (header.IsEmpty)
            return access == StoreAccess.Create ? 0 : throw new StoreException($"{path} is empty; demarche add PATH --store {path} makes a store of it");
        if (header.Length < 100 || !header.StartsWith(Magic))
            throw new StoreException($"{path} is no store of demarche; give the file that demarche add has made, or a new name");

        var walk = new FileInfo(path + "-wal");
        var waiting = walk.Exists && walk.Length > 0;
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is 1 ? 65536 : BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        if (!waiting && length < pages * pageSize)
            throw new StoreException($"{path} is cut off: {length} bytes of {pages * pageSize}; restore it from a copy");

        var application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        var version = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        // What was written last may stand in the log beside the file; then only a look through SQLite says what it is.
        if (application != Migrations.ApplicationId)
            return (waiting || pages <= 1) && application == 0 ? 0 : throw new StoreException($"{path} is no store of demarche but a database of another program");
        CheckVersion(path, version);
        return waiting ? Math.Min(version, Migrations.Latest) : version;
    }

    private static void CheckVersion(string path, int version)
    {
        if (version > Migrations.Latest)
            throw new StoreException($"{path} was written by a newer demarche (schema {version}, this one reads up to {Migrations.Latest}); use that one");
    }

    private static Database Connect(string path, StoreAccess access, TimeSpan patience)
    {
        // On a medium that nobody can write there is nobody to watch for either.
        var still = access == StoreAccess.Read && !File.Exists(path + "-wal") && !IsWritable(path);
        // One thread at a time uses it: what SQLite would lock for every cell need not be locked.
        var flags = raw.SQLITE_OPEN_NOMUTEX | access switch
        {
            StoreAccess.Read => raw.SQLITE_OPEN_READONLY,
            StoreAccess.Write => raw.SQLITE_OPEN_READWRITE,
            _ => raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE,
        };
        Batteries_V2.Init();
        var result = still
            ? raw.sqlite3_open_v2($"file:{Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1", out var connection, flags | raw.SQLITE_OPEN_URI, null)
            : raw.sqlite3_open_v2(path, out connection, flags, null);
        if (result != raw.SQLITE_OK)
        {
            var detail = raw.sqlite3_errmsg(connection).utf8_to_string();
            connection.Dispose();
            throw new StoreException($"{path}: {Faults.Words(result & 0xFF, detail, path)}") { Code = result & 0xFF };
        }
        var database = new Database(connection, path);
        raw.sqlite3_busy_timeout(connection, (int)patience.TotalMilliseconds);
        try
        {
            database.Execute("PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824; PRAGMA synchronous = FULL");
            if (access != StoreAccess.Read)
                // The size of pages is taken by a file that has none yet.
                database.Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 8000");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static bool IsWritable(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void BringForward(Database database, StoreOptions options)
    {
        if (Version(database) == Migrations.Latest)
            return;
        database.Within(() =>
        {
            // Another may have done it while this one waited.
            var version = Version(database);
            CheckVersion(database.Path, version);
            if (version == 0 && database["SELECT count(*) FROM sqlite_schema"].Number() > 0)
                throw new StoreException($"{database.Path} is no store of demarche but a database of another program");
            Migrations.Run(database, version);
            if (version == 0)
                database["INSERT INTO setting (name, value) VALUES ('dictionary', ?1)"].Run(Packer.Typical);
            else
                Indexing.Complete(new(database, options));
        });
    }

    private static int Version(Database database) => (int)(database["PRAGMA user_version"].Number() ?? 0);
}
