using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Tests.Store;

/// <summary>
/// Counts how often SQLite has the disk keep what was written (fsync), for files whose path has a mark in it: the system's file functions are replaced by ones that count and pass on.
/// </summary>
internal static unsafe class Syncs
{
    // sqlite3_vfs: three numbers, next, name, data, then xOpen. sqlite3_io_methods: the version, xClose, xRead, xWrite, xTruncate, then xSync.
    private const int OpenAt = 40, SyncAt = 40, MethodsSize = 152;

    private static readonly ConcurrentDictionary<nint, nint> Counted = new();
    private static readonly ConcurrentDictionary<string, int> Counts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<nint, string> Marks = new();
    private static readonly Lock Gate = new();
    private static delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int> _open;

    /// <summary>Begins to count for files with this in their path, before they are opened.</summary>
    public static void Count(string mark)
    {
        lock (Gate)
        {
            Counts[mark] = 0;
            if (_open is not null)
                return;
            SQLitePCL.Batteries_V2.Init();
            var vfs = Find(null);
            _open = *(delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int>*)(vfs + OpenAt);
            *(nint*)(vfs + OpenAt) = (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint, int, nint, int>)&Open;
        }
    }

    /// <summary>How often so far.</summary>
    public static int Of(string mark) => Counts[mark];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var result = _open(vfs, name, file, flags, outFlags);
        if (result == 0 && name != 0 && Marshal.PtrToStringUTF8(name) is { } path && Counts.Keys.FirstOrDefault(mark => path.Contains(mark, StringComparison.Ordinal)) is { } counted)
        {
            var methods = Marshal.AllocHGlobal(MethodsSize);
            Buffer.MemoryCopy((void*)*(nint*)file, (void*)methods, MethodsSize, MethodsSize);
            Counted[methods] = *(nint*)(methods + SyncAt);
            Marks[methods] = counted;
            *(nint*)(methods + SyncAt) = (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&Sync;
            *(nint*)file = methods;
        }
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(nint file, int flags)
    {
        var methods = *(nint*)file;
        Counts.AddOrUpdate(Marks[methods], 1, (_, count) => count + 1);
        return ((delegate* unmanaged[Cdecl]<nint, int, int>)Counted[methods])(file, flags);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", ExactSpelling = true)]
    private static extern nint Find([MarshalAs(UnmanagedType.LPUTF8Str)] string? name);
}
