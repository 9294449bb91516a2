using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Members.Consenting;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Me;

/// <summary>«/me»: what the bot holds about her.</summary>
public sealed class MeCommand : ICommand
{
    public string Name => "me";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        var who = turn.Who;
        var person = await turn.Db.People.AsNoTracking().SingleAsync(row => row.Id == who.PersonId);
        var lines = new RichTextBuilder()
            .Line(turn.Text("me.name", ("name", person.Name)))
            .Line(await RoleLines.Of(turn.Db, turn.Texts, who.Roles));
        if (person.Phone is { } phone)
            lines.Line(turn.Text("me.phone", ("phone", phone)));
        lines.Line(turn.Text("me.zone", ("zone", ZoneName(turn, who.TimeZone))));
        if (await Consent.NewestOf(turn.Db, who.PersonId) is { WithdrawnAt: null, GivenAt: var given })
            lines.Line(turn.Text("me.consent", ("date", LocalDays.Today(given, who.TimeZone))));
        var choices = new List<IReadOnlyList<Choice>>
        {
            new[] { turn.Button("me.rename", $"{MeActions.Rename}:") },
            new[] { turn.Button("me.addRole", $"{MeActions.AddRole}:") },
            new[] { turn.Button("mornings.open", $"{MorningActions.Open}:") },
        };
        if (MeNow.IsFor(who))
        {
            var place = await MeNow.NameOf(turn, who.Now) ?? turn.Texts.Plain("me.now.all");
            lines.Line(turn.Text("me.now.line", ("place", place)));
            choices.Add([turn.Button("me.now.change", $"{MeNow.Choose}:")]);
        }
        choices.Add([turn.Button("me.data", $"{Reception.CommandActionName}:mydata")]);
        return Reply.With(turn.Say(lines.Build()) with { Choices = choices });
    }

    private static string ZoneName(TurnContext turn, string zone) =>
        turn.Texts.Has($"zones.{zone}") ? turn.Texts.Plain($"zones.{zone}") : zone;
}
