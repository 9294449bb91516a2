using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Conversations;

/// <param name="Value">What is stored: an id, a date as yyyy-MM-dd, a number, a text, a list of files as JSON.</param>
/// <param name="Shown">What the person sees in the summary.</param>
/// <param name="MessageId">Her message that gave the answer, so that editing it revises the answer.</param>
public sealed record Answer(string Value, string Shown, long? MessageId = null);

/// <summary>How many files of an album came, how many of them are kept, and why another was not.</summary>
public sealed record AlbumTally(string Album, int Sent = 0, int Kept = 0, string? Why = null);

/// <summary>The answers of one form by field key, and where the asking stands.</summary>
public sealed class AnswerSheet
{
    public Dictionary<string, Answer> Answers { get; set; } = [];

    /// <summary>Keys that she chose to skip.</summary>
    public HashSet<string> Skipped { get; set; } = [];

    /// <summary>Keys that were filled in without asking.</summary>
    public HashSet<string> Given { get; set; } = [];

    /// <summary>One answer is being corrected; afterwards comes the summary again.</summary>
    public bool Correcting { get; set; }

    /// <summary>Refused answers to the current question in a row.</summary>
    public int Failures { get; set; }
    public int Page { get; set; }
    public string? Search { get; set; }

    /// <summary>Our last message with buttons, and the album whose files it counts.</summary>
    public long? Card { get; set; }
    public string? Album { get; set; }
    public AlbumTally? Tally { get; set; }

    /// <summary>What the form was opened for: the id of an obligation, a request, ….</summary>
    public string? Subject { get; set; }

    public string? this[string key] => Answers.GetValueOrDefault(key)?.Value;

    public string Shown(string key) => Answers.GetValueOrDefault(key)?.Shown ?? "—";

    public bool Settled(string key) => Answers.ContainsKey(key) || Skipped.Contains(key);

    public string ToJson() => JsonSerializer.Serialize(this, SheetJson.Readable.AnswerSheet);

    public static AnswerSheet FromJson(string json) =>
        JsonSerializer.Deserialize(json, SheetJson.Readable.AnswerSheet)
        ?? throw new JsonException("The answer sheet is empty.");
}

[JsonSerializable(typeof(AnswerSheet))]
internal sealed partial class SheetJson : JsonSerializerContext
{
    public static readonly SheetJson Readable = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
