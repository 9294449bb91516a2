using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;

namespace CuratorBot.Events.Reporting;

/// <summary>How many took part: a number, or at once of how many.</summary>
internal sealed class PeopleField(string key) : ReportField(key)
{
    public override IReadOnlyList<string> Columns =>
        [nameof(EventReport.Participants), nameof(EventReport.StatedPercent)];

    /// <summary>Without the base: «12 человек».</summary>
    public override IEnumerable<string> Recap(TurnContext turn, AnswerSheet sheet) =>
        PeopleQuestion.CountIn(sheet[Key]) is { } people
            ? [turn.Texts.Plain("events.people", ("count", people))]
            : [];

    protected override Question Asked() => new PeopleQuestion(Key);

    protected override string? Kept(EventReport report) =>
        ShareOf(report)?.ToString()
        ?? (report.Participants is { } people ? NumberQuestion.Answered(people).Value : null);

    protected override void Keep(EventReport report, string? value)
    {
        var share = PeopleQuestion.ShareIn(value);
        report.Participants = PeopleQuestion.CountIn(value);
        (report.ParticipantsOf, report.StatedPercent) = (share?.Base, share?.Stated);
    }

    /// <summary>That nobody was counted is said too, unless the shares say it better or nothing was held.</summary>
    protected override string ShowIn(ReportNames names, EventReport report) =>
        ShareOf(report) is { } share ? ShareQuestion.Shown(names.Texts, share)
        : report.Participants is { } people ? names.Texts.Plain("events.people", ("count", people))
        : report is { Shares.Count: > 0 } or { EventsCount: 0 } ? ""
        : names.Texts.Plain("events.peopleUnknown");

    private static Share? ShareOf(EventReport report) =>
        report is { Participants: { } people, ParticipantsOf: { } all and > 0 }
            ? new Share(people, all, report.StatedPercent)
            : null;
}

/// <summary>Of how many, where she did not say it at once.</summary>
internal sealed class PeopleOfField(string key) : ReportField(key)
{
    public override IReadOnlyList<string> Columns => [nameof(EventReport.ParticipantsOf)];

    /// <summary>Unless she said so at once, or a later correction left more people than that.</summary>
    public static bool IsOpen(AnswerSheet sheet) =>
        PeopleQuestion.CountIn(sheet[ReportFields.People]) is { } people
        && PeopleQuestion.ShareIn(sheet[ReportFields.People]) is null
        && !(NumberQuestion.In(sheet[ReportFields.PeopleOf]) < people);

    protected override Question Asked() =>
        new NumberQuestion(Key, from: 1, to: PeopleQuestion.Most)
        {
            AtLeast = sheet => PeopleQuestion.CountIn(sheet[ReportFields.People]),
        };

    protected override string? Kept(EventReport report) =>
        report.ParticipantsOf is { } all ? NumberQuestion.Answered(all).Value : null;

    /// <summary>What the people said of it stays, where this says nothing.</summary>
    protected override void Keep(EventReport report, string? value) =>
        report.ParticipantsOf = NumberQuestion.In(value) ?? report.ParticipantsOf;
}

/// <summary>The share of one audience that has answered a survey.</summary>
internal static class AudienceShare
{
    public static Field Of(string audience) =>
        new ShareField<EventReport>(
            audience,
            report =>
                In(report, audience) is { } kept ? new Share(kept.Part, kept.Base, kept.StatedPercent) : null,
            (report, share) => Keep(report, audience, share)
        );

    private static void Keep(EventReport report, string audience, Share? share)
    {
        if (share is null)
            report.Shares.RemoveAll(row => row.Audience == audience);
        else if (In(report, audience) is { } kept)
            (kept.Part, kept.Base, kept.StatedPercent) = (share.Part, share.Base, share.Stated);
        else
            report.Shares.Add(
                new EventReportShare
                {
                    ReportId = report.Id,
                    Audience = audience,
                    Part = share.Part,
                    Base = share.Base,
                    StatedPercent = share.Stated,
                }
            );
    }

    private static EventReportShare? In(EventReport report, string audience) =>
        report.Shares.Find(row => row.Audience == audience);
}
