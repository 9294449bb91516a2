using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Arriving;

/// <summary>How much evidence is kept.</summary>
public sealed class EvidenceOptions
{
    /// <summary>Of all reports, deadlines and drafts together; above 0.</summary>
    public double MostGigabytes { get; init; } = 50;

    public bool IsPossible => MostGigabytes > 0;
    public long MostBytes => (long)(MostGigabytes * 1024 * 1024 * 1024);
}

/// <summary>
/// Fetches what is sent into a form or is to begin one, looks at it, takes the place out of photos and keeps it
/// under its content; all before the turn, which then only notes it.
/// </summary>
public sealed class FileFetching(
    IncomingFiles incoming,
    FileStore store,
    FormEngine engine,
    EvidenceOptions options
) : IPreparation, IDisposable
{
    /// <summary>So many files lie in memory at once.</summary>
    private readonly SemaphoreSlim _places = new(2);

    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        message is { File: not null, IsEdit: false, InGroup: false };

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        if (
            turn.Known is not { MayWork.IsEmpty: false }
            || turn.Message.File is not { } file
            || file.Size > FilesQuestion.LargestBytes
        )
            return null;
        if (await DraftShelf.ActiveSession(turn) is not null && !await engine.KeepsFile(turn))
            return null;
        if (store.KeptBytes >= options.MostBytes)
            return new FetchedFile(null, NoPlace);
        await _places.WaitAsync(cancellation);
        try
        {
            return await Fetch(turn, file, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Why a file is not kept when all the place for files is taken.</summary>
    internal const string NoPlace = "files.full";

    /// <summary>The file as it came goes again at once: it may tell the place.</summary>
    private async Task<FetchedFile> Fetch(TurnContext turn, IncomingFile file, CancellationToken cancellation)
    {
        var outcome = await incoming.Fetch(
            turn.Message.Channel,
            file,
            Keeping.Briefly,
            FilesQuestion.LargestBytes,
            cancellation
        );
        if (outcome is not FetchOutcome.Fetched fetched)
            return new FetchedFile(null, outcome is FetchOutcome.Gone ? "files.gone" : "files.failed");
        var content = await Read(fetched.File);
        store.Remove(fetched.File.Path);
        return EvidenceFiles.Look(content, out var clean) switch
        {
            EvidenceFiles.Verdict.NotAllowed => new FetchedFile(null, "files.notAllowed"),
            EvidenceFiles.Verdict.Broken => new FetchedFile(null, "files.broken"),
            EvidenceFiles.Verdict.PlaceStays => new FetchedFile(null, "files.placeStays"),
            _ => new FetchedFile(await store.Add(Keeping.ForGood, clean), null),
        };
    }

    private async Task<byte[]> Read(StoredFile stored)
    {
        await using var file = store.Open(stored.Path)!;
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content);
        return content;
    }

    public void Dispose() => _places.Dispose();
}
