using System.Text.Json;
using System.Text.Json.Serialization;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>A file as it lies in an answer sheet.</summary>
/// <param name="StoredAs">Where it lies in the store, and the hash of what lies there; null when it was not fetched.</param>
public sealed record SheetFile(
    string Id,
    string UniqueId,
    string Kind,
    string? Name,
    long? Size,
    string? StoredAs = null,
    string? Sha256 = null
);

/// <summary>
/// Photos and documents. They may come one by one or as an album, at any time while the form is open; the
/// tally says how many of those that were sent are here. Where the question may come not to apply, «letGo» says that
/// they are deleted.
/// </summary>
public sealed partial class FilesQuestion(string key, int most = 20) : Question(key)
{
    /// <summary>The Bot API hands out no file above this size.</summary>
    public const long LargestBytes = 20 * 1024 * 1024;

    public override bool TakesFile => true;
    public override bool KeepsFile => true;
    public override bool TakesFilesAnytime => true;

    /// <summary>What is stored as the answer.</summary>
    public sealed record Stored(List<SheetFile> Files);

    public override ValueTask<Prompt> Ask(Asking asking)
    {
        var done = new Option(asking.Turn.Texts.Plain("forms.filesDone"), DoneValue);
        return new(
            new Prompt(
                asking.Text("ask"),
                asking.Sheet.Answers.ContainsKey(Key)
                    ?
                    [
                        [done],
                    ]
                    : []
            )
        );
    }

    public override ValueTask<Reading> Read(Asking asking)
    {
        var (turn, message) = (asking.Turn, asking.Message);
        if (message.File is not { } file)
            return new(new Reading.Refused(turn.Text("forms.wantsFile")));
        var known = FilesIn(asking.Sheet, Key).Files;
        var refusal = Refusal(turn, file, known);
        var tally = Count(turn, asking.Sheet, message.AlbumId, refusal);
        if (message.AlbumId is null && refusal is not null)
            return new(new Reading.Refused(refusal));
        var told = turn.Text(
            message.AlbumId is null && tally.Kept == tally.Sent ? "forms.filesKept" : "forms.filesTally",
            ("kept", tally.Kept),
            ("sent", tally.Sent)
        );
        if (tally.Why is { } why)
            told = RichText.Lines(told, why);
        if (tally.Kept == 0)
            return new(new Reading.Refused(told));
        if (refusal is null && known.All(one => !IsSame(turn, one, file)))
            known.Add(Sent(turn, file));
        return new(new Reading.Growing(Answered(turn, new Stored(known)), told));
    }

    /// <summary>A file of its own is an album of one. Of an album it says which one is missing.</summary>
    private static AlbumTally Count(TurnContext turn, AnswerSheet sheet, string? album, RichText? refusal)
    {
        var before =
            album is not null && sheet.Tally?.Album == album ? sheet.Tally : new AlbumTally(album ?? "");
        var number = before.Sent + 1;
        var why =
            refusal is null ? null
            : album is null ? refusal
            : turn.Text("forms.fileMissing", ("number", number), ("why", refusal));
        return sheet.Tally = before with
        {
            Sent = number,
            Kept = refusal is null ? before.Kept + 1 : before.Kept,
            Why =
                why is null ? before.Why
                : before.Why is null ? why.Text
                : $"{before.Why}\n{why.Text}",
        };
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            value == DoneValue && asking.Sheet.Answers.TryGetValue(Key, out var answer)
                ? new Reading.Taken(answer)
                : new Reading.Refused(asking.Turn.Text("forms.stale"))
        );

    public static Stored FilesIn(AnswerSheet sheet, string key) =>
        sheet.Answers.TryGetValue(key, out var answer) ? FilesIn(answer) : new Stored([]);

    public static Stored FilesIn(Answer answer) => FilesIn(answer.Value);

    /// <summary>None in an answer that is something else than files.</summary>
    internal static Stored FilesIn(string value) =>
        IsAnswer(value) ? JsonSerializer.Deserialize(value, FilesJson.Default.Stored)! : new Stored([]);

    internal static bool IsAnswer(string value) => value.StartsWith('{');

    /// <summary>Where those of them lie that were fetched.</summary>
    internal static IEnumerable<string> KeptIn(AnswerSheet sheet, string key) =>
        FilesIn(sheet, key).Files.Select(file => file.StoredAs).OfType<string>();

    /// <summary>Puts files that were sent before the form was opened beside those that it has.</summary>
    public static void Add(TurnContext turn, AnswerSheet sheet, string key, IEnumerable<SheetFile> files) =>
        sheet.Answers[key] = Answered(
            turn,
            new Stored([
                .. FilesIn(sheet, key).Files.Concat(files).DistinctBy(file => file.Sha256 ?? file.UniqueId),
            ])
        );

    public static SheetFile Sent(TurnContext turn, IncomingFile file)
    {
        var stored = (turn.Prepared as FetchedFile)?.File;
        return new SheetFile(
            file.Id,
            file.UniqueId,
            KindOf(turn.Message),
            file.Name,
            stored?.Size ?? file.Size,
            stored?.Path,
            stored?.Sha256
        );
    }

    /// <summary>Why a file could not be fetched or may not be kept; null when it lies in the store.</summary>
    public static RichText? NotKept(TurnContext turn) =>
        turn.Prepared is FetchedFile { Why: { } why } ? turn.Text(why) : null;

    public static RichText TooBig(TurnContext turn, IncomingFile file) =>
        turn.Text(
            "forms.fileTooBig",
            ("name", NameOf(turn, file)),
            ("most", RussianSpans.Size(LargestBytes))
        );

    private const string DoneValue = "done";

    private RichText? Refusal(TurnContext turn, IncomingFile file, List<SheetFile> known) =>
        file.Size > LargestBytes ? TooBig(turn, file)
        : known.Count >= most ? turn.Text("forms.tooManyFiles", ("most", most))
        : NotKept(turn);

    /// <summary>The same picture sent twice is one.</summary>
    private static bool IsSame(TurnContext turn, SheetFile known, IncomingFile file) =>
        known.UniqueId == file.UniqueId
        || (turn.Prepared is FetchedFile { File.Sha256: { } hash } && known.Sha256 == hash);

    internal static string NameOf(TurnContext turn, IncomingFile file) =>
        file.Name is { } name ? TypedText.OneLine(name) : turn.Texts.Plain("forms.thePhoto");

    private const string Photo = "photo";

    private static string KindOf(IncomingMessage message) =>
        message.Kind == IncomingKind.Photo ? Photo : "document";

    private static Answer Answered(TurnContext turn, Stored stored) =>
        new(
            InSheet(stored),
            string.Join(", ", FileCount.Of([.. stored.Files.Select(file => file.Kind)]).InWords(turn.Texts))
        );

    internal static string InSheet(Stored stored) =>
        JsonSerializer.Serialize(stored, FilesJson.Default.Stored);

    [JsonSerializable(typeof(Stored))]
    private sealed partial class FilesJson : JsonSerializerContext;
}
