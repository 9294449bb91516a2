using System.Globalization;
using CuratorBot.Events.Sentences;

namespace CuratorBot.Benchmarks.Sentences;

/// <summary>What was read, in the words of the labels.</summary>
internal static class SentenceFields
{
    public static readonly IReadOnlyList<string> Names =
    [
        "type",
        "school",
        "date",
        "until",
        "people",
        "of",
        "events",
        "topic",
        "result",
        "next",
        "checkBack",
        "format",
        "audience",
    ];

    public static string MoodOf(ReportSentence read) =>
        read.Mood switch
        {
            SentenceMood.Report => "report",
            SentenceMood.Plan => "plan",
            SentenceMood.NotHeld => "notHeld",
            _ => "none",
        };

    public static Dictionary<string, string> Of(ReportSentence read)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["type"] = read.Type?.Value.Id,
            ["school"] = read.School?.Value.Id,
            ["date"] = Day(read.Date),
            ["until"] = Day(read.Until),
            ["people"] = Number(read.People),
            ["of"] = Number(read.Base),
            ["events"] = Number(read.Events),
            ["topic"] = read.Topic?.Value,
            ["result"] = read.Result?.Value,
            ["next"] = read.Next?.Value,
            ["checkBack"] = Day(read.CheckBack),
            ["format"] = read.Format?.Value,
            ["audience"] = read.Audience?.Value,
        };
        return fields
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Key, field => field.Value!);
    }

    private static string? Day(Said<DateOnly>? day) =>
        day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(Said<int>? number) => number?.Value.ToString(CultureInfo.InvariantCulture);
}
