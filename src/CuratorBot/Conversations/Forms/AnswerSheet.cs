using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Conversations.Forms;

/// <param name="Value">What is stored: an id, a date as yyyy-MM-dd, a number, a text, a list of files as JSON.</param>
/// <param name="Shown">What the person sees in the summary.</param>
/// <param name="MessageId">Her message that gave the answer, so that editing it revises the answer.</param>
public sealed record Answer(string Value, string Shown, long? MessageId = null);

/// <summary>How many files of an album came, how many of them are kept, and why another was not.</summary>
public sealed record AlbumTally(string Album, int Sent = 0, int Kept = 0, string? Why = null);

/// <summary>A form that waits until the sub-dialogue that one of its questions opened has an answer.</summary>
public sealed record OuterForm(string Form, int Version, string Step, AnswerSheet Sheet);

/// <summary>The answers of one form by field key, and where the asking stands.</summary>
public sealed class AnswerSheet
{
    public Dictionary<string, Answer> Answers { get; set; } = [];

    /// <summary>Keys that she chose to skip.</summary>
    public HashSet<string> Skipped { get; set; } = [];

    /// <summary>Keys that were filled in without asking.</summary>
    public HashSet<string> Given { get; set; } = [];

    /// <summary>What the form remembers for itself: never asked, never shown.</summary>
    public Dictionary<string, string> Notes { get; set; } = [];

    /// <summary>The version of a question as it was answered or skipped, where it is not the first.</summary>
    public Dictionary<string, int> Versions { get; set; } = [];

    /// <summary>The version of the question that stands open; 0 says the same as 1.</summary>
    public int OpenVersion { get; set; }

    /// <summary>For a sub-dialogue: the form that waits for its answer.</summary>
    public OuterForm? Outer { get; set; }

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

    /// <summary>
    /// Her message that the form was opened with and that gave several answers at once; editing it revises them.
    /// </summary>
    public long? Opening { get; set; }

    /// <summary>Words by key that narrow the options when the question is asked.</summary>
    public Dictionary<string, string>? Hints { get; set; }

    /// <summary>What the form was opened for: the id of an obligation, a request, ….</summary>
    public string? Subject { get; set; }

    public string? this[string key] => Answers.GetValueOrDefault(key)?.Value;

    public string? Note(string name) => Notes.GetValueOrDefault(name);

    public string Shown(string key) => Answers.GetValueOrDefault(key)?.Shown ?? "—";

    public bool Settled(string key) => Answers.ContainsKey(key) || Skipped.Contains(key);

    /// <summary>True once she has answered anything herself.</summary>
    public bool IsBegun =>
        Outer is not null || Opening is not null || Answers.Keys.Any(key => !Given.Contains(key));

    public void Put(Question question, Answer answer)
    {
        Forget(question.Key);
        Answers[question.Key] = answer;
        NoteVersion(question);
    }

    /// <summary>An answer that she was not asked for.</summary>
    public void Give(Question question, Answer answer)
    {
        Put(question, answer);
        Given.Add(question.Key);
    }

    /// <summary>The same of a question that has had one version only.</summary>
    public void Give(string key, Answer answer)
    {
        Answers[key] = answer;
        Given.Add(key);
    }

    public void Skip(Question question)
    {
        Forget(question.Key);
        Skipped.Add(question.Key);
        NoteVersion(question);
    }

    /// <summary>As if it had never been asked.</summary>
    public void Forget(string key)
    {
        Answers.Remove(key);
        Skipped.Remove(key);
        Versions.Remove(key);
    }

    private void NoteVersion(Question question)
    {
        if (question.Version > 1)
            Versions[question.Key] = question.Version;
    }

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
