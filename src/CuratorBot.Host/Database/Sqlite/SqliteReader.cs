using System.Globalization;
using CuratorBot.Messaging;
using CuratorBot.Status.Documents;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>One connection for reading, with the prepared reads of the message path.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _revision;
    private readonly SqliteCommand _find;
    private readonly SqliteParameter _findId;
    private readonly SqliteCommand _statusWaits;
    private readonly SqliteParameter _statusScope;

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        Options = SqliteConnections.OptionsFor(connection);
        _revision = connection.CreateCommand();
        _revision.CommandText = "SELECT Number FROM revision WHERE Id = 1";
        _revision.Prepare();
        _find = connection.CreateCommand();
        _find.CommandText = $"SELECT {OutboxColumns} FROM outbox WHERE Id = $id";
        _findId = _find.Parameters.Add("$id", SqliteType.Integer);
        _find.Prepare();
        _statusWaits = connection.CreateCommand();
        _statusWaits.CommandText = $"""
            SELECT EXISTS (SELECT 1 FROM status_changes WHERE Scope = $scope)
                OR EXISTS (SELECT 1 FROM status_changes WHERE Scope = '{StatusScope.Everything}')
            """;
        _statusScope = _statusWaits.Parameters.Add("$scope", SqliteType.Text);
    }

    public DbContextOptions<SqliteDb> Options { get; }

    public long Revision() => Convert.ToInt64(_revision.ExecuteScalar(), CultureInfo.InvariantCulture);

    public OutboxRow? Find(long id)
    {
        _findId.Value = id;
        using var row = _find.ExecuteReader();
        return row.Read() ? ReadOutbox(row) : null;
    }

    /// <summary>Whether a change of the scope, or of everything, is in no document yet.</summary>
    public bool StatusWaits(string scope)
    {
        _statusScope.Value = scope;
        return Convert.ToInt64(_statusWaits.ExecuteScalar(), CultureInfo.InvariantCulture) != 0;
    }

    public SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public const string OutboxColumns =
        "Id, Channel, ChatId, PersonId, Lane, Body, State, Attempts, MayHaveArrived, MessageId, CreatedAt";

    public static OutboxRow ReadOutbox(SqliteDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            Channel = row.GetString(1),
            ChatId = row.GetInt64(2),
            PersonId = row.IsDBNull(3) ? null : row.GetInt64(3),
            Lane = (Lane)row.GetInt32(4),
            Body = row.IsDBNull(5) ? "" : row.GetString(5),
            State = (OutboxState)row.GetInt32(6),
            Attempts = row.GetInt32(7),
            MayHaveArrived = row.GetBoolean(8),
            MessageId = row.IsDBNull(9) ? null : row.GetInt64(9),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        };

    public void Dispose()
    {
        _revision.Dispose();
        _find.Dispose();
        _statusWaits.Dispose();
        _connection.Dispose();
    }
}
