using CuratorBot.Conversations;
using CuratorBot.Risks;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>
/// The questions of a report in the order of asking. A visit is asked four; each other kind of event is asked
/// what it cannot do without; the rest is offered beside the summary.
/// </summary>
internal static class ReportQuestions
{
    public static IReadOnlyList<Question> Of(EventTypes types, NameIndexCache names, RepeatingPart places) =>
        [
            new EventTypeQuestion(ReportForm.Type, types),
            .. places.Questions,
            new HostQuestion(ReportForm.Host, names)
            {
                Optional = true,
                Further = true,
                OnRequestWhen = UnlessTapped(EventWants.Host),
                When = sheet => ReportPlace.IsSchool(sheet[ReportForm.School]),
            },
            new DateQuestion(ReportForm.Date),
            new PeopleQuestion(ReportForm.People)
            {
                Optional = true,
                OnRequestWhen = sheet => EventWants.Shares(ReportForm.KindIn(sheet)),
                WordsWhen = sheet => EventWants.Share(ReportForm.KindIn(sheet)) ? "peopleOf" : null,
            },
            new NumberQuestion(ReportForm.Base, from: 1, to: ReportForm.MostPeople)
            {
                Optional = true,
                Further = true,
                OnRequestWhen = Unless(EventWants.Share),
                AtLeast = ReportWriter.PeopleIn,
                When = MayHaveBase,
            },
            .. new[] { ReportForm.Teachers, ReportForm.Pupils, ReportForm.Parents }.Select(
                key => new ShareQuestion(key)
                {
                    Optional = true,
                    When = sheet => EventWants.Shares(ReportForm.KindIn(sheet)),
                }
            ),
            new ChoiceQuestion(ReportForm.Level, "school", "municipality", "region", "country")
            {
                Optional = true,
                PerRow = 2,
                When = sheet => EventWants.Level(ReportForm.KindIn(sheet)),
            },
            new TextQuestion(ReportForm.Topic, ReportForm.LongestText)
            {
                Optional = true,
                OnRequestWhen = Unless(EventWants.Topic),
                WordsWhen = sheet => EventWants.Agenda(ReportForm.KindIn(sheet)) ? "agenda" : null,
                Refuses = WordsOfAPupil,
            },
            new TextQuestion(ReportForm.Question, ReportForm.LongestText)
            {
                Optional = true,
                Further = true,
                OnRequestWhen = UnlessTapped(EventWants.Question),
                Refuses = WordsOfAPupil,
            },
            new TextQuestion(ReportForm.Result, ReportForm.LongestText)
            {
                OnRequestWhen = sheet =>
                    !EventWants.Result(ReportForm.KindIn(sheet)) || sheet[ReportForm.Next] is not null,
                WordsWhen = sheet =>
                    EventWants.Agenda(ReportForm.KindIn(sheet)) ? "decisions"
                    : EventWants.Award(ReportForm.KindIn(sheet)) ? "award"
                    : null,
                Refuses = WordsOfAPupil,
            },
            new TextQuestion(ReportForm.Next, ReportForm.LongestText)
            {
                OnRequest = true,
                Refuses = WordsOfAPupil,
            },
            new DateQuestion(ReportForm.CheckBack)
            {
                IsAhead = true,
                OnRequest = true,
                When = sheet => sheet[ReportForm.Next] is not null || sheet[ReportForm.CheckBack] is not null,
            },
            new FilesQuestion(ReportForm.Files) { OnRequest = true, When = Unless(EventWants.CountsOnly) },
            new ChoiceQuestion(ReportForm.Format, ReportForm.InPerson, ReportForm.Remote, ReportForm.Mixed)
            {
                Further = true,
            },
            new TextQuestion(ReportForm.Audience, ReportForm.LongestAudience)
            {
                Further = true,
                Refuses = WordsOfAPupil,
            },
            new RiskQuestion(ReportForm.Risk) { Further = true },
            new SeveralQuestion(ReportForm.Zones, ZonesThereAre) { Further = true },
            new EvidenceQuestion(ReportForm.Link, wantsLink: true) { Further = true },
            new DateQuestion(ReportForm.Until)
            {
                Further = true,
                NotBefore = ReportForm.Date,
                When = sheet => !IsBefore(sheet[ReportForm.Until], sheet[ReportForm.Date]),
            },
            new ChoiceQuestion(
                ReportForm.Precision,
                EventReport.ToTheDay,
                EventReport.ToTheMonth,
                EventReport.OfAPeriod
            )
            {
                Further = true,
            },
            new NumberQuestion(ReportForm.Events, from: 1, to: ReportForm.MostEvents) { Further = true },
        ];

    private static Func<AnswerSheet, bool> Unless(Func<EventKind?, bool> wants) =>
        sheet => !wants(ReportForm.KindIn(sheet));

    /// <summary>Whoever told of it in a sentence is not asked for more than the sentence lacks.</summary>
    private static Func<AnswerSheet, bool> UnlessTapped(Func<EventKind?, bool> wants) =>
        sheet => sheet.Opening is not null || !wants(ReportForm.KindIn(sheet));

    /// <summary>Of how many, unless she said so at once or a later correction left more people than that.</summary>
    private static bool MayHaveBase(AnswerSheet sheet) =>
        ReportWriter.PeopleIn(sheet) is { } people
        && PeopleQuestion.ShareIn(sheet[ReportForm.People]) is null
        && !(ReportWriter.NumberIn(sheet, ReportForm.Base) is { } all && all < people);

    /// <summary>Both as they are stored; a day that is not known is not before another.</summary>
    private static bool IsBefore(string? day, string? other) =>
        day is not null && other is not null && string.CompareOrdinal(day, other) < 0;

    private static RichText? WordsOfAPupil(Asking asking, string text) =>
        EventWants.CountsOnly(ReportForm.KindIn(asking.Sheet)) && PupilData.IsIn(text)
            ? asking.Turn.Text("report.pupilData")
            : null;

    private static async ValueTask<IReadOnlyList<Option>> ZonesThereAre(
        TurnContext turn,
        AnswerSheet sheet
    ) =>
        await turn
            .Db.RiskFactors.Where(row => row.Kind == RiskFactor.ProblemZone)
            .OrderBy(row => row.Order)
            .Select(row => new Option(row.Name, row.Id))
            .ToListAsync();
}
