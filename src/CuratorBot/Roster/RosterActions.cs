using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>What is to be applied of a file.</summary>
public enum RosterMode
{
    /// <summary>All of it, and it has no bad rows.</summary>
    All = 0,

    /// <summary>She said that the bad rows may be left out.</summary>
    OnlyGood = 1,

    /// <summary>All of it, and whoever is not in it leaves the roster.</summary>
    AllAndRemove = 2,
}

/// <summary>
/// The buttons under a preview. «Применить» reads the rights again and does only what the preview said: when
/// anything has changed since, it shows a new one instead.
/// </summary>
public sealed class RosterActions(RosterDesk desk, RosterImport import) : IAction
{
    internal const string Apply = "roster.apply";
    internal const string Namesakes = "roster.namesakes";
    internal const string Drop = "roster.drop";

    public IEnumerable<string> Names => [Apply, Namesakes, Drop];
    public bool ReadsOnly => false;

    internal static string ApplyIn(long uploadId, RosterMode mode) => Action(Apply, uploadId, $"{mode}");

    internal static string AnswerAbout(long uploadId, RosterNamesakes answer) =>
        Action(Namesakes, uploadId, $"{answer}");

    internal static string DropOf(long uploadId) => Action(Drop, uploadId, "");

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 2);
        var upload = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await turn.Db.RosterUploads.FindAsync(id)
            : null;
        var scope = RosterScope.Of(turn.Who);
        if (upload?.PersonId != turn.Who.PersonId || scope.IsEmpty || parts.Length < 2)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (upload.State != RosterUploadState.Waiting)
            return Reply.OnlyToast(turn.Texts.Plain($"roster.toasts.{upload.State}"));
        return name switch
        {
            Drop => Dropped(turn, upload),
            Namesakes => Answered(turn, upload),
            _ when Enum.TryParse<RosterMode>(parts[1], out var mode) && Enum.IsDefined(mode) => await Applied(
                turn,
                scope,
                upload,
                mode
            ),
            _ => Reply.OnlyToast(turn.Texts.Plain("forms.stale")),
        };
    }

    private static Reply Dropped(TurnContext turn, RosterUpload upload)
    {
        upload.State = RosterUploadState.Dropped;
        return Reply.With(MarkPressed(turn, "roster.dropped"));
    }

    private static Reply Answered(TurnContext turn, RosterUpload upload)
    {
        if (turn.Prepared is not PreparedRoster.Previewed previewed || previewed.Upload.Id != upload.Id)
            return Expired(turn, upload);
        (upload.Namesakes, upload.PlanHash) = (previewed.Upload.Namesakes, previewed.Upload.PlanHash);
        return Reply
            .With(MarkPressed(turn, $"roster.answered.{upload.Namesakes}"))
            .Then(RosterCards.Of(turn, previewed));
    }

    private async Task<Reply> Applied(
        TurnContext turn,
        RosterScope scope,
        RosterUpload upload,
        RosterMode mode
    )
    {
        if (
            turn.Prepared is not PreparedRoster.Reread { File: var file } reread
            || reread.UploadId != upload.Id
        )
            return Expired(turn, upload);
        var plan = await desk.Plan(turn, scope, file, upload.Namesakes);
        if (plan.Hash() != upload.PlanHash)
            return await ShowAnew(turn, scope, file, upload);
        if (plan.IsClean == (mode == RosterMode.OnlyGood))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var done = await import.Apply(
            turn,
            scope,
            plan,
            upload.Id,
            removesMissing: mode == RosterMode.AllAndRemove
        );
        upload.State = RosterUploadState.Applied;
        return Reply
            .With(MarkPressed(turn, "roster.applied"))
            .Then(turn.Say(done.Text(plan, turn.Texts)))
            .Then(done.Told);
    }

    /// <summary>Rights, names or the roster itself have changed since the preview.</summary>
    private async Task<Reply> ShowAnew(
        TurnContext turn,
        RosterScope scope,
        RosterFile.Read file,
        RosterUpload upload
    )
    {
        var anew = (PreparedRoster.Previewed)await desk.Preview(turn, scope, file, upload);
        return Reply
            .With(MarkPressed(turn, "roster.stale"))
            .Then(turn.Say("roster.changedSince"))
            .Then(RosterCards.Of(turn, anew));
    }

    private static Reply Expired(TurnContext turn, RosterUpload upload)
    {
        upload.State = RosterUploadState.Dropped;
        return Reply.With(MarkPressed(turn, "roster.stale")).Then(turn.Say("roster.expired"));
    }

    private static Messaging.OutgoingMessage MarkPressed(TurnContext turn, string key) =>
        turn.EditPressed(RichText.Lines(turn.Pressed!.Message.Text, "", turn.Text(key)));

    private static string Action(string name, long uploadId, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{uploadId}:{what}");
}
