using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>A statement that is compiled once and run often; its parameters are $1, $2, ….</summary>
internal sealed class Prepared : IDisposable
{
    private readonly SqliteCommand _command;

    public Prepared(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        _command.Prepare();
    }

    public void Use(SqliteTransaction? transaction) => _command.Transaction = transaction;

    public void Run(params ReadOnlySpan<object?> values)
    {
        Set(values);
        _command.ExecuteNonQuery();
    }

    /// <summary>The first number of the first row; null when there is none.</summary>
    public long? Scalar(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return (long?)_command.ExecuteScalar();
    }

    public void Dispose() => _command.Dispose();

    private void Set(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
    }
}
