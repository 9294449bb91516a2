using System.Net.Sockets;
using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.CommandLine;

/// <summary>What an operator can mend is told in a line without a stack trace, and ends with a code that says so.</summary>
internal static class KnownEnds
{
    // SQLite's own result codes.
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>Null for what nobody foresaw: that is told whole.</summary>
    public static (string Words, int Code)? Of(Exception error) =>
        error switch
        {
            RefusedException refused => (refused.Message, refused.ExitCode),
            SettingsRefused refused => (refused.Message, ExitCodes.BadSettings),
            OptionsValidationException refused => (
                string.Join('\n', refused.Failures),
                ExitCodes.BadSettings
            ),
            InvalidDataException broken => (Whole(broken), ExitCodes.BadSettings),
            IOException { InnerException: AddressInUseException } taken => (Taken(taken), ExitCodes.Held),
            SocketException socket => (
                $"The address to listen on cannot be had: {socket.Message}.",
                ExitCodes.BadSettings
            ),
            SqliteException sqlite => (OfDatabase(sqlite), ExitCodes.BadData),
            IOException or UnauthorizedAccessException => (
                $"The data directory, or a file that was named, cannot be read or written: {error.Message}",
                ExitCodes.BadData
            ),
            AggregateException
            or DbUpdateException
            or StorageException when error.InnerException is { } inner => Of(inner),
            _ => null,
        };

    private static string Whole(InvalidDataException broken) =>
        broken.InnerException is { } inner && !broken.Message.Contains(inner.Message)
            ? $"{broken.Message} {inner.Message}"
            : broken.Message;

    private static string Taken(IOException taken) =>
        $"{taken.Message.TrimEnd('.')}. Another program, or another bot, listens there: stop it, or set Urls.";

    private static string OfDatabase(SqliteException sqlite) =>
        sqlite.SqliteErrorCode switch
        {
            Full => "The disk is full: the database cannot be written. Make room and start again.",
            CannotOpen => "The database cannot be opened: look at the directory and its rights.",
            ReadOnly => "The database may not be written: look at the rights of its file and directory.",
            Corrupt or NoDatabase =>
                "The database is damaged. Keep the directory as it is, and restore a backup.",
            _ => $"The database failed: {sqlite.Message}",
        };
}
