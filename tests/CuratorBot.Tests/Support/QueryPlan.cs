using Microsoft.Data.Sqlite;

namespace CuratorBot.Tests.Support;

/// <summary>How the database goes about a read.</summary>
internal static class QueryPlan
{
    /// <param name="parameters">The names of all that the read is given; the values do not matter.</param>
    public static async Task<List<string>> Of(
        SqliteConnection connection,
        string sql,
        IEnumerable<string> parameters
    )
    {
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in parameters)
            explain.Parameters.AddWithValue(name, "1");
        await using var plan = await explain.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await plan.ReadAsync())
            steps.Add(plan.GetString(3));
        return steps;
    }
}
