using System.Text.Json;

namespace CuratorBot.Tests.Status;

/// <summary>
/// The facts of the demo region as its source files have them, read without the product's own reader, so
/// that an answer can be compared with them.
/// </summary>
internal static class SourceRows
{
    public static IReadOnlyList<JsonElement> Municipalities { get; } = Read("municipalities");
    public static IReadOnlyList<JsonElement> Schools { get; } = Read("schools");
    public static IReadOnlyList<JsonElement> Marks { get; } = Read("marks");
    public static IReadOnlyList<JsonElement> Scores { get; } = Read("scores");
    public static IReadOnlyList<JsonElement> Tasks { get; } = Read("schedule-2022");
    public static IReadOnlyList<JsonElement> Events { get; } = Read("events");
    public static IReadOnlyList<JsonElement> EventTypes { get; } = Read("event-types");

    public static string? Text(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int? Number(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    public static DateOnly? Day(this JsonElement row, string name) =>
        row.Text(name) is { } text
            ? DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    public static bool Flag(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.GetBoolean();

    private static List<JsonElement> Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")));
        return [.. document.RootElement.EnumerateArray().Select(row => row.Clone())];
    }

    private static string Folder => field ??= FindFolder();

    private static string FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "src", "CuratorBot", "Seed");
            if (Directory.Exists(folder))
                return folder;
        }
        throw new DirectoryNotFoundException("src/CuratorBot/Seed");
    }
}
