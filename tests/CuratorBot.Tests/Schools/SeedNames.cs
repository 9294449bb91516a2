using CuratorBot.Data;
using CuratorBot.Schools;

namespace CuratorBot.Tests.Schools;

/// <summary>The names of the seed data and a short way to say what came of a search.</summary>
internal static class SeedNames
{
    public static IReadOnlyList<Municipality> Municipalities { get; } =
        EmbeddedJson.Read<List<Municipality>>("municipalities");
    public static IReadOnlyList<School> Schools { get; } = EmbeddedJson.Read<List<School>>("schools");
    public static NameIndex Index { get; } = new(Municipalities, Schools);

    /// <summary>The id found; «? id id» for a question; «-» and the suggestions when unknown.</summary>
    public static string Say(NameAnswer answer) =>
        answer switch
        {
            NameAnswer.Found found => found.One.Id,
            NameAnswer.Ambiguous question => $"? {Ids(question.Candidates)}",
            NameAnswer.Unknown unknown => $"- {Ids(unknown.Suggestions)}".TrimEnd(),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    /// <summary>Everything that an answer names.</summary>
    public static IReadOnlyList<Named> All(NameAnswer answer) =>
        answer switch
        {
            NameAnswer.Found found => [found.One],
            NameAnswer.Ambiguous question => question.Candidates,
            NameAnswer.Unknown unknown => unknown.Suggestions,
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    private static string Ids(IEnumerable<Named> named) => string.Join(' ', named.Select(one => one.Id));
}
