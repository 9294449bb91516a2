using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Announcements;

/// <summary>What the author of an announcement sees of it: the preview, the question, and the state.</summary>
public sealed class AnnouncementCards(AnnouncementText text)
{
    /// <summary>The message as everybody will see it, and below it whether it is to go out.</summary>
    public async Task<Reply> Preview(TurnContext turn, Announcement announcement)
    {
        var people = await Count(turn, announcement);
        var sample = text.Message(turn.Ids.Next(), announcement, AnnouncementActions.Sample);
        return Reply
            .With(sample)
            .Then(
                people == 0
                    ? turn.Say("announce.nobody") with
                    {
                        Choices =
                        [
                            [Button(turn, "announce.drop", AnnouncementActions.Drop, announcement)],
                        ],
                    }
                    : turn.Say("announce.ask", ("n", people), ("whom", await Whom(turn, announcement))) with
                    {
                        Choices =
                        [
                            [Button(turn, "announce.send", AnnouncementActions.Send, announcement)],
                            [Button(turn, "announce.reword", AnnouncementActions.Reword, announcement)],
                            [Button(turn, "announce.drop", AnnouncementActions.Drop, announcement)],
                        ],
                    }
            );
    }

    public static OutgoingMessage AskWhetherSure(TurnContext turn, Announcement announcement, int people) =>
        turn.EditPressed(
            turn.Text("announce.many", ("n", people)),
            [
                new Choice(
                    turn.Texts.Plain("announce.sure", ("n", people)),
                    ActionOf(AnnouncementActions.Sure, announcement)
                ),
            ],
            [Button(turn, "announce.drop", AnnouncementActions.Drop, announcement)]
        );

    public static OutgoingMessage Waits(TurnContext turn, Announcement announcement, int people)
    {
        var at = TimeZoneInfo.ConvertTime(
            announcement.SendAt!.Value,
            TimeZoneInfo.FindSystemTimeZoneById(turn.Who.TimeZone)
        );
        return turn.EditPressed(
            turn.Text("announce.waits", ("n", people), ("time", $"{at:HH:mm:ss}")),
            [Button(turn, "announce.cancel", AnnouncementActions.Cancel, announcement)],
            [Button(turn, "announce.account", AnnouncementActions.Account, announcement)]
        );
    }

    /// <summary>How many people it is for, those that cannot be reached included.</summary>
    public static Task<int> Count(TurnContext turn, Announcement announcement) =>
        Audience.Of(turn.Db, announcement, turn.Who.MayWork).Distinct().CountAsync();

    public static Choice Button(TurnContext turn, string key, string action, Announcement announcement) =>
        turn.Button(key, ActionOf(action, announcement));

    public static string ActionOf(string action, Announcement announcement) =>
        string.Create(CultureInfo.InvariantCulture, $"{action}:{announcement.Id}");

    /// <summary>«директорам школ; группа 3; г. Кузнецк».</summary>
    public static async Task<RichText> Whom(TurnContext turn, Announcement announcement)
    {
        var parts = new List<RichText>
        {
            turn.Text(announcement.Roles is [var only] ? $"announce.to.{only}" : "announce.to.everybody"),
        };
        if (announcement.Group is { } group)
            parts.Add(turn.Text("announce.to.group", ("group", group)));
        if (
            announcement.MunicipalityId is { } id
            && await turn.Db.Municipalities.FindAsync(id) is { } municipality
        )
            parts.Add(municipality.Name);
        return RichText.Join(", ", parts);
    }
}
