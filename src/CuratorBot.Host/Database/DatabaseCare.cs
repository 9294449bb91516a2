using CuratorBot.Data;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database;

/// <summary>Looks whether the database can be trusted, and makes of it what this version needs.</summary>
public sealed class DatabaseCare(
    HostSettings settings,
    RealTime time,
    FailPoints failPoints,
    ILogger<DatabaseCare> log
)
{
    private readonly DatabaseFile _file = new(settings.ConnectionString);

    /// <summary>Changes nothing.</summary>
    /// <returns>False when it is yet to be made, or of an older version: <see cref="BringUpToDate"/>.</returns>
    /// <exception cref="RefusedException">It is no database of the bot, or one of a newer version.</exception>
    public bool IsUpToDate()
    {
        SafeSqlite.Require(SqliteConnections.Version());
        return _file.Exists() && _file.Look(IsUpToDate);
    }

    /// <summary>Reads the whole database, as far as that is quick. Nothing happens when there is none yet.</summary>
    /// <exception cref="RefusedException">It is damaged.</exception>
    public void Check()
    {
        if (!_file.Exists())
            return;
        _file.HideFromOthers();
        var found = _file.Look(connection => QuickCheck.Look(connection, time, QuickCheck.MostTime));
        if (found is null)
            log.LogWarning(
                "{File} is too large to be checked in {Time}; it is used unchecked.",
                _file.Path,
                QuickCheck.MostTime
            );
        else if (found != "ok")
            throw _file.Refused($"is damaged ({found.ReplaceLineEndings(" ").Trim()})");
    }

    /// <summary>Nobody else may use the database meanwhile. Whenever it dies, the next one can begin anew.</summary>
    /// <exception cref="RefusedException">It is damaged, or cannot be written.</exception>
    public void BringUpToDate()
    {
        Check();
        try
        {
            if (!_file.Exists())
                _file.Create(Upgrade, () => failPoints.Pass(FailPoints.Created));
            else if (!_file.Look(IsUpToDate))
                _file.Change(Upgrade);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                ExitCodes.BadData,
                $"{_file.Path} cannot be brought to this version: {error.Message} It is as it was.",
                error
            );
        }
    }

    private bool IsUpToDate(SqliteConnection connection)
    {
        if (!Sqlite.Upgrade.IsOfTheBot(connection))
            throw _file.Refused("holds nothing of the bot");
        if (Sqlite.Upgrade.UnknownIn(connection) is [.., var newest])
            throw new RefusedException(
                ExitCodes.BadData,
                $"{_file.Path} is of a newer version ({newest}). Start that version, or restore a backup of this one."
            );
        return Sqlite.Upgrade.MissingIn(connection).Count == 0
            && !Sqlite.Upgrade.IsLockedByTheDead(connection);
    }

    private void Upgrade(SqliteConnection connection)
    {
        var steps = new Upgrade(connection, failPoints).Run();
        if (settings.Playground)
            PlaygroundMark.Set(connection);
        log.LogInformation("{File} was brought to this version in {Steps} steps.", _file.Path, steps);
    }
}
