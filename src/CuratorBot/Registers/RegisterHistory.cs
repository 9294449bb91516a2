using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers;

/// <summary>What became of what in a row: who, when, before and after; the newest first.</summary>
internal static class RegisterHistory
{
    private const int MostLines = 30;

    public static async Task<OutgoingMessage> Of(TurnContext turn, Register register, RegisterRow row)
    {
        var changes = await turn
            .Db.Set<RegisterChange>()
            .AsNoTracking()
            .Where(change => change.Register == register.Name && change.RowId == row.Id)
            .OrderByDescending(change => change.Id)
            .Take(MostLines)
            .ToListAsync();
        var actors = changes.Select(change => change.ActorId).OfType<long>().Distinct().ToList();
        var people = await turn
            .Db.People.Where(person => actors.Contains(person.Id) && person.ForgottenAt == null)
            .ToDictionaryAsync(person => person.Id, person => person.Name);
        var names = await RegisterNames.Of(turn, register, row);
        await names.Learn(turn, [.. changes.SelectMany(change => ValuesIn(register, change))]);
        return turn.Say(
            RichText.Lines([
                turn.Text(
                    "registers.history.head",
                    ("what", names.TitleOf(row)),
                    ("place", names.PlaceOf(row))
                ),
                "",
                .. changes.Select(change => Line(turn, register, names, people, change)),
            ])
        ) with
        {
            Choices =
            [
                [turn.Button("registers.buttons.card", RegisterLooks.Card(register, row.Id))],
            ],
        };
    }

    private static IEnumerable<(Field Field, string? Value)> ValuesIn(
        Register register,
        RegisterChange change
    ) => register.Find(change.Field) is { } field ? [(field, change.Before), (field, change.After)] : [];

    private static RichText Line(
        TurnContext turn,
        Register register,
        RegisterNames names,
        Dictionary<long, string?> people,
        RegisterChange change
    )
    {
        var field = register.Find(change.Field);
        string Words(string? value) =>
            value is null ? turn.Texts.Plain("registers.blank")
            : field is null ? names.StateOf(value)
            : field.Show(names, value);
        return turn.Text(
            change.Reason is null ? "registers.history.line" : "registers.history.lineWithReason",
            ("when", When(turn, change.At)),
            ("who", NameOf(turn, people, change.ActorId)),
            ("label", field is null ? turn.Texts.Plain("registers.card.state") : names.LabelOf(field)),
            ("before", Words(change.Before)),
            ("after", Words(change.After)),
            ("reason", change.Reason)
        );
    }

    private static string NameOf(TurnContext turn, Dictionary<long, string?> people, long? actor) =>
        actor is not { } id
            ? turn.Texts.Plain("registers.history.operator")
            : people.GetValueOrDefault(id) ?? turn.Texts.Plain("people.former");

    private static string When(TurnContext turn, DateTimeOffset at) =>
        TimeZoneInfo
            .ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(turn.Who.TimeZone))
            .ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
