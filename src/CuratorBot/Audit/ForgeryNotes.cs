using CuratorBot.Conversations.Limits;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Audit;

/// <summary>Notes forgeries in the audit, so few that nobody can fill it with them.</summary>
public sealed class ForgeryNotes(LimitsOptions limits, IdGenerator ids, TimeProvider clock, RealTime realTime)
    : IWatch
{
    private readonly Windows<(string, long)> _people = new(
        realTime,
        TimeSpan.FromHours(1),
        limits.RefusalsNotedPerHour
    );

    private readonly Windows<bool> _all = new(
        realTime,
        TimeSpan.FromHours(1),
        limits.RefusalsNotedPerHourOverall
    );

    public bool Wants(InboxItem item) =>
        _people.Take((item.Message.Channel, item.Message.AccountId), item.Seq) && _all.Take(true, item.Seq);

    /// <summary>The entry concerns the one whose button it was, if it was somebody else's.</summary>
    public async Task Note(CuratorBotDb db, IncomingMessage message, Forgery forgery, long? chatOfButton)
    {
        var who = await PeopleDirectory.Read(db, message.Channel, message.AccountId);
        var owner = await db
            .ChannelAccounts.Where(row => row.Channel == message.Channel && row.ChatId == chatOfButton)
            .Select(row => (long?)row.PersonId)
            .FirstOrDefaultAsync();
        await AuditTrail.Note(
            db,
            ids,
            new AuditActor(who?.PersonId, message.Channel, clock.GetUtcNow()),
            KindOf(forgery),
            new AuditSubject("message", message.MessageId) { PersonId = owner ?? who?.PersonId }
        );
    }

    private static string KindOf(Forgery forgery) =>
        forgery switch
        {
            Forgery.UnknownButton => "forgery.unknownButton",
            Forgery.ForeignButton => "forgery.foreignButton",
            Forgery.ButtonInGroup => "forgery.buttonInGroup",
            Forgery.ForwardedCommand => "forgery.forwardedCommand",
            _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
        };
}
