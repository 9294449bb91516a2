using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schools;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// For whom it was held: a school or several, or a whole municipality or region. Whether these are hers is asked
/// when the report is made (<see cref="ReportPlace"/>).
/// </summary>
internal sealed class PlacesField(string key, NameIndexCache names) : ReportField(key)
{
    public const int Most = 6;

    public override IReadOnlyList<Question> Questions() =>
        new RepeatingPart(Key, Most, place => [new PlaceQuestion(place, names)])
        {
            MayRepeat = sheet =>
                IsOfASchool(sheet) && sheet.Note(ReportForm.OnlySchool) != sheet[ReportFields.School],
            AsksWhen = sheet => Wanting.In(sheet, $"{Key}More"),
        }.Questions;

    /// <summary>Whether it was for a school, and not for all of a municipality or region.</summary>
    public static bool IsOfASchool(AnswerSheet sheet) => ReportPlace.IsSchool(sheet[ReportFields.School]);

    /// <summary>What was named of schools, municipalities and regions.</summary>
    public static IReadOnlyList<string> In(AnswerSheet sheet) =>
        [.. KeysIn(sheet).Select(key => sheet[key]!)];

    public override IEnumerable<string> Recap(TurnContext turn, AnswerSheet sheet) =>
        KeysIn(sheet).Select(sheet.Shown);

    private static IEnumerable<string> KeysIn(AnswerSheet sheet) =>
        Enumerable
            .Range(1, IsOfASchool(sheet) ? Most : 1)
            .Select(number => RepeatingPart.KeyAt(ReportFields.School, number))
            .Where(sheet.Answers.ContainsKey);

    protected override Question Asked() => throw new NotSupportedException("It is asked in several places.");

    protected override string? Kept(EventReport report) => null;

    /// <summary>The places come with the report.</summary>
    protected override void Keep(EventReport report, string? value) { }

    protected override string ShowIn(ReportNames names, EventReport report) => names.Schools(report);
}

/// <summary>It follows from the places, and is never asked.</summary>
internal sealed class MunicipalityField(string key) : ReportField(key)
{
    public override IReadOnlyList<Question> Questions() => [];

    protected override Question Asked() => throw new NotSupportedException("It is never asked.");

    protected override string? Kept(EventReport report) => report.MunicipalityId;

    protected override void Keep(EventReport report, string? value) { }

    protected override string ShowIn(ReportNames names, EventReport report) =>
        names.Municipality(report) ?? "";
}
