using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Whether an error, or one that it wraps, is the storage's and not that of the work which met it.</summary>
internal static class StorageFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int OutOfMemory = 7;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Protocol = 15;
    private const int NotADatabase = 26;

    /// <summary>Extended codes of a read that brings nothing or something wrong: asked again it does the same.</summary>
    private const int ShortRead = InputOutput | (2 << 8);
    private const int CorruptFileSystem = InputOutput | (33 << 8);
    private const int WrongChecksum = InputOutput | (32 << 8);

    /// <summary>Of the operating system, for files beside the database: no space, quota used up.</summary>
    private const int NoSpace = 28;
    private const int QuotaUsedUp = 122;

    /// <summary>The database, or the disk, takes or gives nothing now; later it may.</summary>
    public static bool IsPassing(Exception error) =>
        IsFull(error)
        || In(error) is { } found
            && !IsDamage(found)
            && found.SqliteErrorCode
                is Busy
                    or Locked
                    or OutOfMemory
                    or ReadOnly
                    or InputOutput
                    or CannotOpen
                    or Protocol;

    /// <summary>What is stored in one place cannot be read; the rest of the database can.</summary>
    public static bool IsDamage(Exception error) => In(error) is { } found && IsDamage(found);

    /// <summary>Somebody else holds the lock: nothing at all can be written until she lets go.</summary>
    public static bool IsLock(Exception error) => In(error)?.SqliteErrorCode is Busy or Locked;

    /// <summary>For the log and the operator: no values, no texts.</summary>
    public static string Words(Exception error) =>
        In(error) switch
        {
            _ when IsFull(error) => "the disk is full",
            { SqliteErrorCode: Busy or Locked } => "another process holds the database locked",
            { SqliteErrorCode: ReadOnly } => "the database may not be written",
            { SqliteErrorCode: CannotOpen } => "the database cannot be opened",
            { SqliteErrorCode: InputOutput } found =>
                $"the disk does not do what it is asked (I/O error {found.SqliteExtendedErrorCode})",
            { } found => $"SQLite error {found.SqliteExtendedErrorCode}",
            null => ErrorWords.KindsOf(error),
        };

    private static bool IsDamage(SqliteException error) =>
        error.SqliteErrorCode is Corrupt or NotADatabase
        || error.SqliteExtendedErrorCode is ShortRead or CorruptFileSystem or WrongChecksum;

    private static bool IsFull(Exception error) =>
        All(error)
            .Any(each =>
                each
                    is SqliteException { SqliteErrorCode: Full }
                        or IOException { HResult: NoSpace or QuotaUsedUp }
            );

    private static SqliteException? In(Exception error) =>
        All(error).OfType<SqliteException>().FirstOrDefault();

    private static IEnumerable<Exception> All(Exception error)
    {
        for (var each = error; each is not null; each = each.InnerException)
            yield return each;
    }
}
