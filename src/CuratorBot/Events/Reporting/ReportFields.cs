using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Fields;
using CuratorBot.Schools;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// What a report of an event can tell, in the order of asking. What a kind of event wants to know is said with the
/// kind, in «event-types.json»: whatever can be «wanted» below is asked of those kinds in its turn. The words of
/// each stand under its key in «locales/ru/report.json»; drafts keep the answers by the keys, so these stay.
/// </summary>
public sealed class ReportFields(EventTypes types, NameIndexCache names)
{
    /// <summary>Grows when the list changes: whoever goes on with an earlier draft is told so.</summary>
    public const int Version = 2;

    public IReadOnlyList<Field> All { get; } =
    [
        new KindField(Type, types).InRecap(),
        new PlacesField(School, names).InRecap(),
        new SchoolField<EventReport>("host", report => report.HostSchoolId, names)
        {
            NextTo = sheet => sheet[School],
        }
            .Optional()
            .Further()
            .WantedUnlessTold()
            .OnlyIf(PlacesField.IsOfASchool),
        new MunicipalityField("municipality"),
        new DateField(Date).InRecap(),
        // Those who know the share of each audience are not asked for one number of all.
        new PeopleField(People)
            .Optional()
            .AskedIf(sheet => !Wanting.In(sheet, "teachers"))
            .InRecap(),
        new PeopleOfField(PeopleOf).Optional().Further().Wanted().OnlyIf(PeopleOfField.IsOpen),
        AudienceShare.Of("teachers").Optional().OnlyWhereWanted(),
        AudienceShare.Of("pupils").Optional().OnlyWhereWanted(),
        AudienceShare.Of("parents").Optional().OnlyWhereWanted(),
        Choice("level", report => report.Level, perRow: 2, "school", "municipality", "region", "country")
            .Optional()
            .OnlyWhereWanted(),
        Text(Topic, report => report.Topic, LongestText).Optional().Wanted(),
        Text(Question, report => report.Question, LongestText).Optional().Further().WantedUnlessTold(),
        Text(Result, report => report.Result, LongestText).Wanted(),
        Text(Next, report => report.NextStep, LongestText).Offered(),
        DayAhead(CheckBack, report => report.CheckBackOn)
            .Offered()
            .OnlyIf(sheet => sheet[Next] is not null || sheet[CheckBack] is not null),
        new FilesField(Files)
            .Offered()
            .OnlyIf(sheet => !Wanting.CountsOnly(sheet))
            .OnCardAfter(Link)
            .InRecap(),
        new FormatField(Format).Offered().Further().OnCardAfter(Audience),
        Text(Audience, report => report.Audience, LongestAudience).Offered().Further().OnCardAfter("parents"),
        new RiskField("risk", report => report.RiskId).Offered().Further(),
        new ZonesField("zones").Offered().Further(),
        new LinkField<EventReport>(Link, report => report.Link).Offered().Further(),
        new UntilField(Until).Offered().Further().OnlyIf(UntilField.IsNotBefore(Date)),
        new PrecisionField("precision").Offered().Further(),
        new EventsCountField(Events).Offered().Further(),
    ];

    /// <summary>All that is asked for them, in the same order.</summary>
    public IReadOnlyList<Question> Questions() => [.. All.SelectMany(field => Worded(field).Questions())];

    /// <summary>In the order of a card.</summary>
    public IEnumerable<Field> OnCard(string? below = null) =>
        All.Where(field => field.CardAfter == below).SelectMany(field => OnCard(field.Key).Prepend(field));

    /// <summary>A report in one line: «Посещение школы, СОШ №3, 17 января, 12 человек, 3 фото».</summary>
    public string Recap(TurnContext turn, AnswerSheet sheet) =>
        string.Join(", ", All.Where(field => field.IsInRecap).SelectMany(field => field.Recap(turn, sheet)));

    /// <summary>The field that a column of a report holds; null for what the bot itself notes there.</summary>
    public Field? KeptIn(string column) => All.FirstOrDefault(field => field.Columns.Contains(column));

    // The keys that something beside this list speaks of.
    public const string Type = "type";
    public const string School = "school";
    public const string Date = "date";
    public const string People = "people";
    public const string PeopleOf = "of";
    public const string Topic = "topic";
    public const string Question = "question";
    public const string Result = "result";
    public const string Next = "next";
    public const string CheckBack = "checkBack";
    public const string Files = "files";
    public const string Format = "format";
    public const string Audience = "audience";
    public const string Until = "until";
    public const string Events = "events";
    private const string Link = "link";

    public const int LongestText = 500;
    public const int LongestAudience = 200;

    /// <summary>Each kind of event may put it in words of its own.</summary>
    private static Field Worded(Field field) =>
        field.Words(sheet => EventKind.In(sheet)?.WordsFor(field.Key));

    /// <summary>A text that may not tell of a single pupil where only numbers may be kept.</summary>
    private static Field Text(string key, Expression<Func<EventReport, string?>> property, int longest) =>
        new TextField<EventReport>(key, property, longest) { Refuses = Wanting.WordsOfAPupil };

    private static Field Choice(
        string key,
        Expression<Func<EventReport, string?>> property,
        int perRow,
        params string[] options
    ) => new ChoiceField<EventReport>(key, property, options) { PerRow = perRow };

    /// <summary>A day still to come.</summary>
    private static Field DayAhead(string key, Expression<Func<EventReport, DateOnly?>> property) =>
        new DayField<EventReport>(key, property) { IsAhead = true, Style = "year" };
}
