using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule.Editing;

/// <summary>«Добавить задачу»: from a sentence of a letter, or word by word.</summary>
public sealed class NewTaskForm(TaskChanges changes, NameIndexCache names) : Form
{
    public const string FormName = "newTask";
    private const string WhatKey = "what";
    private const string DueKey = "due";
    private const string LevelKey = "level";
    private const string RegionKey = "region";
    private const string MunicipalityKey = "municipality";
    private const string WhoKey = "who";
    private const string WantsKey = "wants";
    private const string GroupKey = "group";
    private const string DueForMunicipalitiesKey = "dueForMunicipalities";
    private const string PerformersKey = "performers";
    private const string OptionalKey = "optional";

    /// <summary>Levels that she may add to, with commas; her one region, her one municipality; how many it concerns.</summary>
    private const string LevelsNote = "levels";
    private const string RegionNote = "ownRegion";
    private const string MunicipalityNote = "ownMunicipality";
    private const string SchoolsNote = "schools";
    private const string AuthoritiesNote = "authorities";

    private const string Country = "country";
    private const string Schools = "schools";
    private const string Municipalities = "municipalities";
    private const string Both = "both";
    private const string Regions = "regions";
    private const string Everybody = "all";

    public override string Name => FormName;

    public override bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new LetterQuestion(WhatKey, DueKey),
        new DateQuestion(DueKey) { IsAhead = true },
        new ChoiceQuestion(LevelKey, (_, sheet) => LevelsIn(sheet)),
        new RegionQuestion(RegionKey, who => who.MayLead)
        {
            When = sheet => sheet[LevelKey] == RegionKey && sheet.Note(RegionNote) is null,
        },
        new MunicipalityQuestion(MunicipalityKey, names)
        {
            May = (asking, municipality) => asking.Turn.Who.MayAdmit.Includes(municipality),
            When = sheet => sheet[LevelKey] == MunicipalityKey && sheet.Note(MunicipalityNote) is null,
        },
        new ChoiceQuestion(
            WhoKey,
            (_, sheet) =>
                sheet[LevelKey] == MunicipalityKey
                    ? [Schools, Municipalities, Both]
                    : [Schools, Municipalities, Both, Regions]
        ),
        new ChoiceQuestion(WantsKey, Enum.GetNames<Wants>()) { PerRow = 2 },
        new ChoiceQuestion(GroupKey, Everybody, "1", "2", "3")
        {
            PerRow = 2,
            OnRequest = true,
            When = sheet => sheet[WhoKey] is not Regions,
        },
        new DateQuestion(DueForMunicipalitiesKey)
        {
            IsAhead = true,
            OnRequest = true,
            When = sheet => sheet[WhoKey] is Both,
        },
        new ChoiceQuestion(PerformersKey, Performing.Names)
        {
            OnRequest = true,
            When = sheet => sheet[WhoKey] is Schools or Both,
        },
        new ChoiceQuestion(OptionalKey, "yes", "no") { OnRequest = true, PerRow = 2 },
    ];

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        var levels = new List<string>();
        if (await ScheduleRights.LeadsTheCountry(turn))
            levels.Add(Country);
        if (!turn.Who.MayLead.IsEmpty)
            levels.Add(RegionKey);
        levels.Add(MunicipalityKey);
        sheet.Notes[LevelsNote] = string.Join(',', levels);
        if (await RegionQuestion.RegionsIn(turn, turn.Who.MayLead) is [var region])
            sheet.Notes[RegionNote] = region;
        if (turn.Who.MayAdmit.OnlyMunicipality is { } own)
            sheet.Notes[MunicipalityNote] = own;
        if (levels is [var only])
            Give(sheet, LevelKey, new Answer(only, await LevelName(turn, sheet)));
    }

    public override async Task PrepareSummary(TurnContext turn, AnswerSheet sheet)
    {
        var owed = await TaskOf(turn, sheet) is { } task
            ? (await TaskChanges.Owing(turn)).Of(task).ToList()
            : [];
        sheet.Notes[SchoolsNote] = Count(OwnerKind.School);
        sheet.Notes[AuthoritiesNote] = Count(OwnerKind.Municipality);

        string Count(OwnerKind kind) =>
            owed.Count(row => row.OwnerKind == kind).ToString(CultureInfo.InvariantCulture);
    }

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet)
    {
        var (schools, authorities) = (Noted(SchoolsNote), Noted(AuthoritiesNote));
        return (schools, authorities) switch
        {
            (0, 0) => turn.Text(sheet[WhoKey] == Regions ? "newTask.summary" : "newTask.summaryNobody"),
            (_, 0) => turn.Text("newTask.summarySchools", ("schools", schools)),
            (0, _) => turn.Text("newTask.summaryMunicipalities", ("municipalities", authorities)),
            _ => turn.Text("newTask.summaryBoth", ("schools", schools), ("municipalities", authorities)),
        };

        int Noted(string note) => int.Parse(sheet.Note(note) ?? "0", CultureInfo.InvariantCulture);
    }

    public override async Task<Turn> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await TaskOf(turn, sheet) is not { } task)
            return Turn.Reply(turn.Say("schedule.notYours"));
        var owed = await changes.Add(turn, [task]);
        return Turn.Reply(
            turn.Say(
                owed == 0 ? "newTask.doneForNobody" : "newTask.done",
                ("title", task.Title),
                ("dates", ScheduleDates.Of(turn, task))
            ) with
            {
                Choices =
                [
                    [turn.Button("newTask.open", TaskActions.CardOf(task))],
                ],
            }
        );
    }

    /// <summary>The task that the answers describe; null when the place is not hers to add to.</summary>
    private static async Task<ProjectTask?> TaskOf(TurnContext turn, AnswerSheet sheet)
    {
        if (await PlaceOf(turn, sheet) is not { } place)
            return null;
        var due = DateQuestion.Stored(sheet[DueKey]!);
        var year = ProjectYear.Of(due);
        var who = sheet[WhoKey];
        var last = await turn.Db.Tasks.Where(task => task.Year == year).MaxAsync(task => (int?)task.Order);
        return new ProjectTask
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"t{turn.Ids.Next()}"),
            Year = year,
            Order = (last ?? 0) + 1,
            Title = sheet[WhatKey]!,
            Region = place.Region,
            MunicipalityId = place.Municipality,
            Group = int.TryParse(sheet[GroupKey], CultureInfo.InvariantCulture, out var group) ? group : null,
            DueOnForSchools = who is Schools or Both ? due : null,
            DueOnForMunicipalities =
                who is Municipalities ? due
                : who is Both
                    ? sheet[DueForMunicipalitiesKey] is { } theirs ? DateQuestion.Stored(theirs)
                        : due
                : null,
            DueOnForRegions = who is Regions ? due : null,
            Performers = Performing.RolesOf(sheet[PerformersKey]),
            Wants = Enum.Parse<Wants>(sheet[WantsKey]!),
            Optional = sheet[OptionalKey] == "yes",
        };
    }

    private static async Task<(string? Region, string? Municipality)?> PlaceOf(
        TurnContext turn,
        AnswerSheet sheet
    )
    {
        if (sheet[LevelKey] == Country)
            return await ScheduleRights.LeadsTheCountry(turn) ? (null, null) : null;
        var id =
            sheet[LevelKey] == MunicipalityKey
                ? sheet[MunicipalityKey] ?? sheet.Note(MunicipalityNote)
                : null;
        var town = id is null ? null : await turn.Db.Municipalities.FindAsync(id);
        var region = town?.Region ?? sheet[RegionKey] ?? sheet.Note(RegionNote);
        return
            region is not null
            && (town is null) == (id is null)
            && ScheduleRights.MayAddTo(turn.Who, region, town?.Id)
            ? (region, town?.Id)
            : null;
    }

    private static string[] LevelsIn(AnswerSheet sheet) =>
        (sheet.Note(LevelsNote) ?? MunicipalityKey).Split(',');

    private static async Task<string> LevelName(TurnContext turn, AnswerSheet sheet) =>
        (await turn.Db.Municipalities.FindAsync(sheet.Note(MunicipalityNote)))?.Name
        ?? turn.Texts.Plain($"newTask.level.options.{MunicipalityKey}");

    private static void Give(AnswerSheet sheet, string key, Answer answer)
    {
        sheet.Answers[key] = answer;
        sheet.Given.Add(key);
    }
}
