using System.Buffers.Binary;
using System.Globalization;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// A playground marks its database, so that neither it opens the data of real people nor a real bot writes to
/// people who are made up. The mark is SQLite's own «application id», and goes with every copy.
/// </summary>
internal static class PlaygroundMark
{
    /// <summary>«CBpg».</summary>
    private const int Mark = 0x43427067;

    /// <summary>Where the application id stands in the file.</summary>
    private const int Place = 68;

    /// <summary>Whether there is a database, and a playground made it.</summary>
    public static bool IsOn(string connectionString) => Read(connectionString) == Mark;

    /// <summary>Whether there is no database yet.</summary>
    public static bool IsNothingIn(string connectionString) => Read(connectionString) is null;

    /// <summary>Call it before any connection is open.</summary>
    /// <exception cref="RefusedException">The data are of the other kind.</exception>
    public static void Check(HostSettings settings)
    {
        var mark = Read(settings.ConnectionString);
        if (!settings.Playground && mark == Mark)
            throw new RefusedException(
                ExitCodes.BadSettings,
                $"{settings.DataDirectory} holds a playground, whose people are made up. "
                    + "Set Storage:DataDirectory to a directory of the real bot's own."
            );
        if (settings.Playground && mark is not (null or Mark) && !IsOlderPlayground(settings))
            throw new RefusedException(
                ExitCodes.BadSettings,
                $"{settings.DataDirectory} holds data that no playground made, so none opens there. "
                    + "Set Telegram:Token for the real bot, or Storage:DataDirectory to an empty directory to play."
            );
    }

    public static void Set(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {Mark}");
        command.ExecuteNonQuery();
    }

    /// <summary>Null when there is no database yet.</summary>
    private static int? Read(string connectionString)
    {
        if (DatabasePlace.Of(connectionString).Path is var file && !File.Exists(file))
            return null;
        Span<byte> head = stackalloc byte[Place + sizeof(int)];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
            ? 0
            : BinaryPrimitives.ReadInt32BigEndian(head[Place..]);
    }

    /// <summary>One that was begun before there were marks; only in the place where nothing else lies.</summary>
    private static bool IsOlderPlayground(HostSettings settings) =>
        settings.DataDirectory == Path.GetFullPath(StorageRules.DemoDirectory)
        && File.Exists(Path.Combine(settings.DataDirectory, "playground.json"));
}
