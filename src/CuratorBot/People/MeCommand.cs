using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Reminders;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>«/me»: what the bot holds about her.</summary>
public sealed class MeCommand : ICommand
{
    public string Name => "me";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Turn> Take(TurnContext turn, string argument)
    {
        var who = turn.Who;
        var person = await turn.Db.People.AsNoTracking().SingleAsync(row => row.Id == who.PersonId);
        var lines = new RichTextBuilder()
            .Line(turn.Text("me.name", ("name", person.Name)))
            .Line(await RoleLines.Of(turn, who.Roles));
        if (person.Phone is { } phone)
            lines.Line(turn.Text("me.phone", ("phone", phone)));
        lines.Line(turn.Text("me.zone", ("zone", ZoneName(turn, who.TimeZone))));
        if (await Consent.NewestOf(turn.Db, who.PersonId) is { WithdrawnAt: null, GivenAt: var given })
            lines.Line(turn.Text("me.consent", ("date", LocalDays.Today(given, who.TimeZone))));
        return Turn.Reply(
            turn.Say(lines.Build()) with
            {
                Choices =
                [
                    [turn.Button("me.rename", $"{MeActions.Rename}:")],
                    [turn.Button("me.addRole", $"{MeActions.AddRole}:")],
                    [turn.Button("mornings.open", $"{MorningActions.Open}:")],
                ],
            }
        );
    }

    private static string ZoneName(TurnContext turn, string zone) =>
        turn.Texts.Has($"zones.{zone}") ? turn.Texts.Plain($"zones.{zone}") : zone;
}
