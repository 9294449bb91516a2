using System.Text.Json;

namespace CuratorBot.Benchmarks.Sentences;

/// <summary>A sentence with what a person who knows the schools would write into the form.</summary>
/// <param name="Set">«development» or «heldOut»: the rules were written with the first before the eyes only.</param>
/// <param name="Asker">Whose schools are meant: a role of the cast.</param>
/// <param name="Expected">The fields that it fills, in the form of the answer sheet.</param>
internal sealed record SentenceSample(
    int Id,
    string Set,
    string Asker,
    string Text,
    bool Hard,
    string Mood,
    Dictionary<string, string> Expected
)
{
    public const string HeldOut = "heldOut";

    /// <summary>The day on which all the sentences were said: a Wednesday.</summary>
    public static readonly DateOnly Today = new(2022, 3, 16);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<SentenceSample> All()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Sentences", "sentences.json");
        return JsonSerializer.Deserialize<List<SentenceSample>>(File.ReadAllText(file), Options)!;
    }
}
