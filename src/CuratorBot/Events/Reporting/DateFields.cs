using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;

namespace CuratorBot.Events.Reporting;

/// <summary>The day, or the first of several. The card says all that is known of the days in one line.</summary>
internal sealed class DateField(string key) : ReportField(key)
{
    public override IReadOnlyList<string> Columns => [nameof(EventReport.From)];

    protected override Question Asked() => new DateQuestion(Key);

    protected override string? Kept(EventReport report) => Stored(report.From);

    /// <summary>One day, until a further field says more.</summary>
    protected override void Keep(EventReport report, string? value) =>
        report.From = report.To = DateQuestion.Stored(value!);

    protected override string ShowIn(ReportNames names, EventReport report) => names.Days(report);

    public static string Stored(DateOnly day) =>
        day.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture);
}

/// <summary>The last day, where there were several.</summary>
internal sealed class UntilField(string key) : ReportField(key)
{
    public override IReadOnlyList<string> Columns => [nameof(EventReport.To)];

    /// <summary>Whether a later correction of the first day left it behind; a day that is not known is not before another.</summary>
    public static Func<AnswerSheet, bool> IsNotBefore(string first) =>
        sheet =>
            sheet[ReportFields.Until] is not { } last
            || sheet[first] is not { } start
            || string.CompareOrdinal(last, start) >= 0;

    protected override Question Asked() => new DateQuestion(Key) { NotBefore = ReportFields.Date };

    protected override string? Kept(EventReport report) => DateField.Stored(report.To);

    protected override void Keep(EventReport report, string? value)
    {
        if (value is not null && DateQuestion.Stored(value) is var last && last > report.From)
            report.To = last;
    }
}

/// <summary>How exactly the days are known. What is known to the month only covers all of its months.</summary>
internal sealed class PrecisionField(string key) : ReportField(key)
{
    public override IReadOnlyList<string> Options =>
        [EventReport.ToTheDay, EventReport.ToTheMonth, EventReport.OfAPeriod];

    public override IReadOnlyList<string> Columns => [nameof(EventReport.Precision)];

    protected override Question Asked() => new ChoiceQuestion(Key, [.. Options]);

    protected override string? Kept(EventReport report) => report.Precision;

    protected override void Keep(EventReport report, string? value)
    {
        report.Precision = value ?? EventReport.ToTheDay;
        if (value == EventReport.ToTheMonth)
            (report.From, report.To) = (FirstOf(report.From), FirstOf(report.To).AddMonths(1).AddDays(-1));
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
