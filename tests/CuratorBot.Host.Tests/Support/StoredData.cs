using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Tests.Support;

/// <summary>Looks into the database of a host, reading only.</summary>
internal sealed class StoredData(string file)
{
    public long WaitingInbox => Count("inbox WHERE State = 0");
    public long WaitingOutbox => Count("outbox WHERE State = 0");

    public long RequestsOf(long account) => Count($"join_requests WHERE PersonId = ({PersonOf(account)})");

    public long RolesOf(long account) => Count($"role_assignments WHERE PersonId = ({PersonOf(account)})");

    public long Count(string tableAndCondition) =>
        (long)Ask($"SELECT COUNT(*) FROM {tableAndCondition}").Single()[0]!;

    /// <summary>Where her open draft stands; null when there is none.</summary>
    public string? StepOf(long account) =>
        Ask($"SELECT Step FROM sessions WHERE Active AND PersonId = ({PersonOf(account)})") is [var row]
            ? row[0] as string
            : null;

    public string? UnreachableBecause(long account) =>
        Ask($"SELECT UnreachableBecause FROM channel_accounts WHERE AccountId = {account}").Single()[0]
        as string;

    /// <summary>The rows of an answer; null stands for NULL.</summary>
    public List<object?[]> Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (row.Read())
        {
            var values = new object[row.FieldCount];
            row.GetValues(values);
            rows.Add([.. values.Select(value => value is DBNull ? null : value)]);
        }
        return rows;
    }

    /// <summary>As nobody but a test does it, while no host runs.</summary>
    public void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string PersonOf(long account) =>
        $"SELECT PersonId FROM channel_accounts WHERE AccountId = {account}";
}
