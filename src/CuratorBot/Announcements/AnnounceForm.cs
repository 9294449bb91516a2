using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Announcements;

/// <summary>To whom, and what: then the preview is shown as everybody will see it.</summary>
public sealed class AnnounceForm(NameIndexCache names, AnnouncementCards cards) : Form
{
    public const string FormName = "announce";
    public const string TextKey = "text";
    private const string WhoKey = "who";
    private const string GroupKey = "group";
    private const string MunicipalityKey = "municipality";
    private const string Everybody = "everybody";
    private const string AnyGroup = "any";
    private const int LongestText = 2_000;

    /// <summary>Notes: the one municipality that is hers.</summary>
    private const string OwnKey = "own";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.MayWork.IsWide;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new ChoiceQuestion(WhoKey, (turn, _) => WhoFor(turn.Who))
        {
            Beside = turn => new Option(turn.Texts.Plain("announce.mine"), "")
            {
                Action = $"{AnnouncementActions.Mine}:0",
            },
        },
        new ChoiceQuestion(GroupKey, AnyGroup, "1", "2", "3"),
        new MunicipalityQuestion(MunicipalityKey, names)
        {
            May = (asking, municipality) => asking.Turn.Who.MayWork.Includes(municipality),
            Optional = true,
            When = sheet => sheet.Note(OwnKey) is null,
        },
        new TextQuestion(TextKey, LongestText, shortest: 3),
    ];

    public override Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (turn.Who.MayWork.OnlyMunicipality is { } municipality)
            sheet.Notes[OwnKey] = municipality;
        return Task.CompletedTask;
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var who = sheet[WhoKey]!;
        if (!WhoFor(turn.Who).Contains(who))
            return Reply.With(turn.Say("announce.notYours"));
        var announcement = new Announcement
        {
            Id = turn.Ids.Next(),
            AuthorId = turn.Who.PersonId,
            From = await Signature(turn),
            Text = sheet[TextKey]!,
            Roles = [.. RolesOf(turn.Who, who)],
            Group = int.TryParse(sheet[GroupKey], CultureInfo.InvariantCulture, out var group) ? group : null,
            MunicipalityId = sheet[MunicipalityKey] ?? sheet.Note(OwnKey),
            CreatedAt = turn.Now,
        };
        turn.Db.Announcements.Add(announcement);
        return await cards.Preview(turn, announcement);
    }

    /// <summary>The answers of an earlier draft, but for its text.</summary>
    public static AnswerSheet Again(TurnContext turn, Announcement announcement)
    {
        var sheet = new AnswerSheet();
        void Give(string key, string value, string shown) => sheet.Give(key, new Answer(value, shown));
        var who = announcement.Roles is [var only] ? only.ToString() : Everybody;
        Give(WhoKey, who, turn.Texts.Plain($"announce.who.options.{who}"));
        var group = announcement.Group?.ToString(CultureInfo.InvariantCulture) ?? AnyGroup;
        Give(GroupKey, group, turn.Texts.Plain($"announce.group.options.{group}"));
        if (announcement.MunicipalityId is { } place)
            Give(MunicipalityKey, place, place);
        else
            sheet.Skipped.Add(MunicipalityKey);
        return sheet;
    }

    private static async Task<string> Signature(TurnContext turn) =>
        string.Join(
            ", ",
            new[]
            {
                turn.Who.Name,
                (await RoleLines.AsCoordinator(turn.Db, turn.Texts, turn.Who)).Text.ReplaceLineEndings("; "),
            }.Where(part => !string.IsNullOrEmpty(part))
        );

    private static IEnumerable<string> WhoFor(Asker who) =>
        [Everybody, .. RolesOf(who, Everybody).Select(role => role.ToString())];

    /// <summary>Municipal coordinators are for the region to address.</summary>
    private static IEnumerable<Role> RolesOf(Asker who, string chosen)
    {
        Role[] all = who.MayWork.IsRegional
            ? [Role.Director, Role.Curator, Role.Teacher, Role.MunicipalCoordinator]
            : [Role.Director, Role.Curator, Role.Teacher];
        return chosen == Everybody ? all : all.Where(role => role.ToString() == chosen);
    }
}
