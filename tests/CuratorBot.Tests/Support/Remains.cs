using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Tests.Support;

/// <summary>
/// What a run leaves in the database, as text that two runs can be compared by. Ids stand in it as numbers in
/// the order in which they were drawn, because a run that dies draws more of them.
/// </summary>
internal static partial class Remains
{
    /// <summary>How often something was tried, and when it was heard of, may differ.</summary>
    private static readonly string[] Apart = ["inbox", "__EFMigrationsHistory", "__EFMigrationsLock"];

    /// <summary>What was drawn by lot, and what the messenger called our messages.</summary>
    private static readonly string[] Columns =
    [
        "audit.Salt",
        "audit.Hash",
        "audit.PayloadHash",
        "invitations.LinkHash",
        "invitations.CodeHash",
        "outbox.MessageId",
    ];

    public static string Of(World world, params string[] besides)
    {
        using var connection = new SqliteConnection($"Data Source={world.DatabaseFile};Pooling=False");
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in TablesOf(connection).Except([.. Apart, .. besides]))
            Write(text, connection, table);
        return Numbered(text.ToString());
    }

    /// <summary>The same text with its ids numbered, and without codes and the names of files.</summary>
    public static string Numbered(string text)
    {
        var numbers = Id()
            .Matches(text)
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select((id, place) => (id, place))
            .ToDictionary(pair => pair.id, pair => pair.place);
        return Code().Replace(Id().Replace(text, match => $"#{numbers[match.Value]}"), "code");
    }

    private static List<string> TablesOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        using var row = command.ExecuteReader();
        var tables = new List<string>();
        while (row.Read())
            tables.Add(row.GetString(0));
        return tables;
    }

    private static void Write(StringBuilder text, SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        using var row = command.ExecuteReader();
        var lines = new List<string>();
        while (row.Read())
            lines.Add(
                string.Join(
                    " | ",
                    Enumerable
                        .Range(0, row.FieldCount)
                        .Where(column => !Columns.Contains($"{table}.{row.GetName(column)}"))
                        .Select(column =>
                            $"{row.GetName(column)}={Convert.ToString(row[column], CultureInfo.InvariantCulture)}"
                        )
                )
            );
        foreach (var line in lines.Order(StringComparer.Ordinal))
            text.Append(table).Append(": ").AppendLine(line);
    }

    [GeneratedRegex(@"(?<!\d)9\d{9}(?!\d)")]
    private static partial Regex Id();

    [GeneratedRegex(@"0{20,}\d+|(?:0000-){2}\d{4}|\b[0-9a-f]{2}/[0-9a-f]{64}\b")]
    private static partial Regex Code();
}
