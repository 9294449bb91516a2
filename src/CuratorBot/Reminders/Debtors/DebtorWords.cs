using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Debtors;

/// <summary>People and instants in the words of the lists of debtors.</summary>
internal sealed class DebtorWords(TurnContext turn, IReadOnlyDictionary<long, string?> names)
{
    public static async Task<DebtorWords> For(TurnContext turn, IEnumerable<long> people)
    {
        var ids = people.Distinct().ToList();
        return new DebtorWords(
            turn,
            await turn
                .Db.People.Where(person => EF.Parameter(ids).Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, person => person.Name)
        );
    }

    public RichText Get(string key, params (string Name, object? Value)[] values) =>
        turn.Text($"debtors.{key}", values);

    public string NameOf(long person) =>
        names.GetValueOrDefault(person) ?? turn.Texts.Plain("debtors.nameless");

    /// <summary>The first few by name, the rest by their number.</summary>
    public RichText NamesOf(IEnumerable<long> people, int most = 5)
    {
        var all = people.Distinct().Select(NameOf).Order(RussianOrder.Names).ToList();
        var shown = string.Join(", ", all.Take(most));
        return all.Count <= most ? shown : Get("andMore", ("names", shown), ("n", all.Count - most));
    }

    /// <summary>«сегодня в 10:14», «вчера в 18:05», «1 марта в 09:00», where she lives who reads it.</summary>
    public RichText When(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(turn.Who.TimeZone));
        var day = DateOnly.FromDateTime(local.DateTime);
        var key = (day.DayNumber - turn.Today.DayNumber) switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            _ => "day",
        };
        return Get($"when.{key}", ("date", day), ("time", $"{local:HH:mm}"));
    }
}
