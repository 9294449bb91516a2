using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Announcements;

/// <summary>The buttons under one's own announcement: send it, reword it, take it back.</summary>
public sealed class AnnouncementActions : IAction
{
    public const string Send = "announce.send";
    public const string Sure = "announce.sure";
    public const string Reword = "announce.reword";
    public const string Drop = "announce.drop";
    public const string Cancel = "announce.cancel";
    public const string Account = "announce.account";
    public const string Refresh = "announce.refresh";
    public const string Missing = "announce.missing";
    public const string Mine = "announce.mine";
    public const string Read = "announce.read";
    public const string Sample = "announce.sample";

    /// <summary>How long it can be taken back as if it had never been.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private const int Many = 100;
    private const int TitleLength = 80;

    public IEnumerable<string> Names => [Send, Sure, Reword, Drop, Cancel];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Pressed is null || await Own(turn, argument) is not { } announcement)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        return name switch
        {
            Cancel => await TakeBack(turn, announcement),
            _ when announcement.State != AnnouncementState.Draft => Reply.OnlyToast(
                turn.Texts.Plain("announce.already")
            ),
            Drop => await Dropped(turn, announcement),
            Reword => await Reworded(turn, announcement),
            _ => await Schedule(turn, announcement, isSure: name == Sure),
        };
    }

    /// <summary>Her own, while she may still announce anything; null otherwise.</summary>
    internal static async Task<Announcement?> Own(TurnContext turn, string id) =>
        turn.Who.MayWork.IsWide
        && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
        && await turn.Db.Announcements.FindAsync(number) is { } announcement
        && announcement.AuthorId == turn.Who.PersonId
            ? announcement
            : null;

    private static async Task<Reply> Schedule(TurnContext turn, Announcement announcement, bool isSure)
    {
        var people = await AnnouncementCards.Count(turn, announcement);
        if (people == 0)
            return Reply.OnlyToast(turn.Texts.Plain("announce.nobody"));
        if (people >= Many && !isSure)
            return Reply.With(AnnouncementCards.AskWhetherSure(turn, announcement, people));
        (announcement.State, announcement.SendAt) = (AnnouncementState.Waiting, turn.Now + Grace);
        var told = turn.Texts.Plain("announce.noted", ("n", people));
        await Note(turn, "announcement.sent", announcement, told);
        return Reply.With(AnnouncementCards.Waits(turn, announcement, people));
    }

    private static async Task<Reply> Dropped(TurnContext turn, Announcement announcement)
    {
        turn.Db.Announcements.Remove(announcement);
        await turn.Db.SaveChangesAsync();
        return Reply.With(turn.EditPressed(turn.Text("announce.dropped")));
    }

    private async Task<Reply> Reworded(TurnContext turn, Announcement announcement)
    {
        turn.Db.Announcements.Remove(announcement);
        return Reply
            .With(turn.EditPressed(turn.Text("announce.rewording")))
            .Then(Reply.Opens(AnnounceForm.FormName, AnnounceForm.Again(turn, announcement)));
    }

    /// <summary>In the first minute nobody has got it; afterwards the rest does not.</summary>
    private static async Task<Reply> TakeBack(TurnContext turn, Announcement announcement)
    {
        if (announcement.State is AnnouncementState.Draft or AnnouncementState.Cancelled)
            return Reply.OnlyToast(turn.Texts.Plain("announce.cancelledAlready"));
        var account = await DeliveryAccount.Of(turn.Db, announcement);
        if (
            announcement.State is not (AnnouncementState.Waiting or AnnouncementState.Sending)
            && account.Held == 0
        )
            return Reply.OnlyToast(turn.Texts.Plain("announce.tooLate"));
        announcement.State = AnnouncementState.Cancelled;
        await Note(turn, "announcement.cancelled", announcement, after: null);
        return Reply.With(
            turn.EditPressed(
                account.All == 0
                    ? turn.Text("announce.cancelled")
                    : turn.Text("announce.stopped", ("n", account.All - account.Held))
            )
        );
    }

    private static Task Note(TurnContext turn, string what, Announcement announcement, string? after)
    {
        var scope = turn.Who.MayWork;
        return AuditTrail.Note(
            turn,
            what,
            new AuditSubject("announcement", announcement.Id)
            {
                Title = Excerpt.Of(announcement.Text, TitleLength),
                MunicipalityId = announcement.MunicipalityId ?? scope.OnlyMunicipality,
                Region = scope.Regions is [var only] ? only : null,
            },
            after: after
        );
    }
}

/// <summary>«Прочитано» under an announcement, and under its sample.</summary>
public sealed class ReadAction(AnnouncementText text) : IAction
{
    public IEnumerable<string> Names => [AnnouncementActions.Read, AnnouncementActions.Sample];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (name == AnnouncementActions.Sample)
            return Reply.OnlyToast(turn.Texts.Plain("announce.isSample"));
        if (
            turn.Pressed is null
            || !long.TryParse(argument, CultureInfo.InvariantCulture, out var id)
            || await turn.Db.AnnouncementDeliveries.FindAsync(id, turn.Who.PersonId) is not { } delivery
            || await turn.Db.Announcements.FindAsync(id) is not { } announcement
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        delivery.ReadAt ??= turn.Now;
        var said = text.Message(turn.Ids.Next(), announcement, name).Text;
        return Reply
            .With(turn.EditPressed(Texts.RichText.Lines(said, "", turn.Text("announce.readMark"))))
            .WithToast(turn.Texts.Plain("announce.thanks"));
    }
}
