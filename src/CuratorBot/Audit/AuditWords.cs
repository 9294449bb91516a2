using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Audit;

/// <summary>Entries as sentences: «17.01, 10:20 Марья Искусницына: заявка принята (Незнайка, педагог, СОШ №3)».</summary>
internal sealed class AuditWords(
    TurnContext turn,
    IReadOnlyDictionary<long, string?> people,
    IReadOnlyDictionary<string, string> schools,
    IReadOnlyDictionary<string, string> municipalities
)
{
    public static async Task<AuditWords> For(TurnContext turn, IReadOnlyCollection<AuditEntry> entries)
    {
        var people = entries.SelectMany(row => new[] { row.ActorId, row.PersonId }).OfType<long>().ToList();
        var schools = entries.Select(row => row.SchoolId).OfType<string>().ToList();
        var places = entries.Select(row => row.MunicipalityId).OfType<string>().ToList();
        return new AuditWords(
            turn,
            await turn
                .Db.People.Where(row => people.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Name),
            await turn
                .Db.Schools.Where(row => schools.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.ShortName),
            await turn
                .Db.Municipalities.Where(row => places.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Name)
        );
    }

    public RichText Line(AuditEntry entry)
    {
        var line = turn.Text("audit.line", ("when", When(entry)), ("who", Who(entry)), ("what", What(entry)));
        var details = RichText.Join(", ", Details(entry));
        return details.Length == 0
            ? line
            : RichText.Join(" ", [line, turn.Text("audit.details", ("details", details))]);
    }

    /// <summary>The year only where it is not this one.</summary>
    private RichText When(AuditEntry entry)
    {
        var local = TimeZoneInfo.ConvertTime(
            entry.At,
            TimeZoneInfo.FindSystemTimeZoneById(turn.Who.TimeZone)
        );
        var day = DateOnly.FromDateTime(local.DateTime);
        return turn.Text(
            day.Year == turn.Today.Year ? "audit.when" : "audit.whenLongAgo",
            ("day", day),
            ("time", local.ToString("HH:mm", CultureInfo.InvariantCulture))
        );
    }

    private string Who(AuditEntry entry) =>
        entry.ActorId is { } actor
            ? NameOf(actor)
            : turn.Texts.Plain(
                entry.Channel switch
                {
                    AuditActor.CommandLine => "audit.actors.operator",
                    AuditActor.System => "audit.actors.system",
                    _ => "audit.actors.unknown",
                }
            );

    /// <summary>An entry of a later version, after a step back, shows its key.</summary>
    private string What(AuditEntry entry) =>
        turn.Texts.Has($"audit.what.{entry.What}")
            ? turn.Texts.Plain($"audit.what.{entry.What}")
            : entry.What;

    private string NameOf(long person) =>
        people.GetValueOrDefault(person) ?? turn.Texts.Plain("audit.nameless");

    private IEnumerable<RichText> Details(AuditEntry entry)
    {
        if (entry.Title is { } title)
            yield return turn.Text("audit.title", ("title", title));
        if (entry.PersonId is { } person && person != entry.ActorId)
            yield return NameOf(person);
        if (entry.Before is { } before)
            yield return turn.Text("audit.change", ("before", Value(before)), ("after", Value(entry.After)));
        else if (entry.After is { } after)
            yield return Value(after);
        if (Where(entry) is { } place)
            yield return place;
    }

    private string? Where(AuditEntry entry) =>
        entry.SchoolId is { } school ? schools.GetValueOrDefault(school)
        : entry.MunicipalityId is { } place ? municipalities.GetValueOrDefault(place)
        : entry.Region;

    /// <summary>A role and a date are written as people say them.</summary>
    private RichText Value(string? value) =>
        value is null ? turn.Text("audit.nothing")
        : Enum.TryParse<Role>(value, out var role) && $"{role}" == value ? RoleLines.NameOf(turn.Texts, role)
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date) ? RussianDates.Show(date, "dotted")
        : value;
}
