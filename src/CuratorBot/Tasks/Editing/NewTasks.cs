using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>The tasks that the answers to <see cref="NewTaskForm"/> describe: one, or one for each month.</summary>
internal sealed class NewTasks(TurnContext turn, AnswerSheet sheet, WorkCalendar calendar)
{
    public const string What = "what";
    public const string Due = "due";
    public const string Level = "level";
    public const string Region = "region";
    public const string Municipality = "municipality";
    public const string Who = "who";
    public const string Wants = "wants";
    public const string Group = "group";
    public const string DueForMunicipalities = "dueForMunicipalities";
    public const string Performers = "performers";
    public const string Optional = "optional";
    public const string Opens = "opens";
    public const string Until = "until";

    /// <summary>Her one region, and her one municipality.</summary>
    public const string RegionNote = "ownRegion";
    public const string MunicipalityNote = "ownMunicipality";

    public const string Country = "country";
    public const string Schools = "schools";
    public const string Municipalities = "municipalities";
    public const string Both = "both";
    public const string Regions = "regions";

    /// <summary>More than a year of months is not meant.</summary>
    private const int MostRepeated = 12;

    /// <summary>Empty when the place is not hers to add to.</summary>
    public async Task<IReadOnlyList<ProjectTask>> Read()
    {
        if (await PlaceOf() is not { } place)
            return [];
        var last = await turn.Db.Tasks.MaxAsync(task => (int?)task.Order) ?? 0;
        return [.. Months().Select(month => TaskOf(place, month, last + 1 + month))];
    }

    /// <summary>How many months from the first deadline on: 0, then 1, 2 … while they are not after the last day.</summary>
    private IEnumerable<int> Months() =>
        Day(Until) is { } until
            ? Enumerable.Range(0, MostRepeated).Where(month => Day(Due)!.Value.AddMonths(month) <= until)
            : [0];

    private ProjectTask TaskOf((string? Region, string? Municipality) place, int month, int order)
    {
        var who = sheet[Who];
        var due = Later(Day(Due)!.Value, month, place.Region);
        var theirs = Day(DueForMunicipalities) is { } own ? Later(own, month, place.Region) : due;
        var (starts, opens) = month == 0 ? OpensQuestion.Stored(sheet[Opens]) : (null, null);
        return new ProjectTask
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"t{turn.Ids.Next()}"),
            Year = ProjectYear.Of(due),
            Order = order,
            Title = sheet[Until] is null
                ? sheet[What]!
                : InMonth(sheet[What]!, Day(Due)!.Value.AddMonths(month)),
            Region = place.Region,
            MunicipalityId = place.Municipality,
            Group = int.TryParse(sheet[Group], CultureInfo.InvariantCulture, out var group) ? group : null,
            StartsOn = starts,
            OpensAt = opens,
            DueOnForSchools = who is Schools or Both ? due : null,
            DueOnForMunicipalities =
                who is Municipalities ? due
                : who is Both ? theirs
                : null,
            DueOnForRegions = who is Regions ? due : null,
            Performers = Performing.RolesOf(sheet[Performers]),
            Wants = Enum.Parse<Schedule.Wants>(sheet[Wants]!),
            Optional = sheet[Optional] == "yes",
        };
    }

    /// <summary>The day that she gave stays as it is; a later one that falls on a day off moves on.</summary>
    private DateOnly Later(DateOnly day, int month, string? region) =>
        month == 0 ? day : calendar.OnOrAfter(day.AddMonths(month), region);

    /// <summary>Of the month that is meant, also where a day off moves the deadline into the next.</summary>
    private static string InMonth(string title, DateOnly month) =>
        $"{title}, {RussianDates.Show(month, "month")}";

    private DateOnly? Day(string key) => sheet[key] is { } stored ? DateQuestion.Stored(stored) : null;

    private async Task<(string? Region, string? Municipality)?> PlaceOf()
    {
        if (sheet[Level] == Country)
            return await ScheduleRights.LeadsTheCountry(turn) ? (null, null) : null;
        var id = sheet[Level] == Municipality ? sheet[Municipality] ?? sheet.Note(MunicipalityNote) : null;
        var town = id is null ? null : await turn.Db.Municipalities.FindAsync(id);
        var region = town?.Region ?? sheet[Region] ?? sheet.Note(RegionNote);
        return
            region is not null
            && (town is null) == (sheet[Level] != Municipality)
            && ScheduleRights.MayAddTo(turn.Who, region, town?.Id)
            ? (region, town?.Id)
            : null;
    }
}
