using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Inviting;

/// <summary>A coordinator invites into what she coordinates: no approval is needed afterwards.</summary>
public sealed class InviteForm(NameIndexCache names, Invitations invitations, IBotLinks links) : Form
{
    public const string FormName = "invite";
    private const string RoleKey = "role";
    private const string OverKey = "over";
    private const string RegionKey = "region";
    private const string MunicipalityKey = "municipality";
    private const string SchoolKey = "school";

    /// <summary>Notes: the one municipality, or the one region, that is hers.</summary>
    private const string OwnKey = "own";
    private const string OwnRegionKey = "ownRegion";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => !who.MayAdmit.IsEmpty;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new ChoiceQuestion(RoleKey, (turn, _) => RolesFor(turn.Who))
        {
            Beside = turn => new Option(turn.Texts.Plain("invite.list.open"), "")
            {
                Action = InvitationListAction.Open,
            },
        },
        new ChoiceQuestion(OverKey, (turn, _) => OverFor(turn.Who))
        {
            When = sheet => sheet[RoleKey] == nameof(Role.Observer),
        },
        new RegionQuestion(RegionKey, who => who.MayAdmit)
        {
            When = sheet => OverWhat(sheet) == RegionKey && sheet.Note(OwnRegionKey) is null,
        },
        new MunicipalityQuestion(MunicipalityKey, names)
        {
            May = (asking, municipality) => asking.Turn.Who.MayAdmit.Includes(municipality),
            Clears = [SchoolKey],
            When = sheet => OverWhat(sheet) != RegionKey && sheet.Note(OwnKey) is null,
        },
        new SchoolOfMunicipalityQuestion(
            SchoolKey,
            sheet => sheet[MunicipalityKey] ?? sheet.Note(OwnKey),
            names
        )
        {
            When = sheet => OverWhat(sheet) == SchoolKey,
        },
    ];

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (turn.Who.MayAdmit.OnlyMunicipality is { } municipality)
            sheet.Notes[OwnKey] = municipality;
        if (await RegionQuestion.RegionsIn(turn, turn.Who.MayAdmit) is [var region])
            sheet.Notes[OwnRegionKey] = region;
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (!RolesFor(turn.Who).Contains(sheet[RoleKey]) || await PlaceOf(turn, sheet) is not { } place)
            return Reply.With(turn.Say("invite.notYours"));
        var made = await invitations.Create(turn.Db, place.To, AuditActor.Of(turn));
        var link = links.StartLink(made.Token);
        return Reply
            .With(turn.Say(link is null ? "invite.forwardWithoutLink" : "invite.forward"))
            .Then(Letter(turn, made, link, place.To.Role, place.Name));
    }

    /// <summary>What the answers invite into; null when that is not hers to give.</summary>
    private static async Task<(InvitedTo To, string Name)?> PlaceOf(TurnContext turn, AnswerSheet sheet)
    {
        var role = Enum.Parse<Role>(sheet[RoleKey]!);
        if (OverWhat(sheet) == RegionKey)
        {
            var region = sheet[RegionKey] ?? sheet.Note(OwnRegionKey);
            return region is not null && turn.Who.MayAdmit.IncludesRegion(region)
                ? (new InvitedTo(role, Region: region), region)
                : null;
        }
        var municipality = await turn.Db.Municipalities.FindAsync(
            sheet[MunicipalityKey] ?? sheet.Note(OwnKey)
        );
        if (municipality is null || !turn.Who.MayAdmit.Includes(municipality))
            return null;
        return OverWhat(sheet) == SchoolKey
            ? (new InvitedTo(role, sheet[SchoolKey]), sheet.Shown(SchoolKey))
            : (new InvitedTo(role, MunicipalityId: municipality.Id), municipality.Name);
    }

    /// <summary>Key of the question that names what the role is to be over.</summary>
    private static string? OverWhat(AnswerSheet sheet) =>
        sheet[RoleKey] switch
        {
            nameof(Role.RegionalOperator) => RegionKey,
            nameof(Role.MunicipalCoordinator) => MunicipalityKey,
            nameof(Role.Observer) => sheet[OverKey],
            _ => SchoolKey,
        };

    private static OutgoingMessage Letter(
        TurnContext turn,
        NewInvitation made,
        string? link,
        Role role,
        string place
    ) =>
        turn.Say(
            link is null ? "invite.letterWithoutLink" : "invite.letter",
            ("role", RoleLines.NameOf(turn.Texts, role)),
            ("place", place),
            ("link", link),
            ("code", InvitationCode.InGroups(made.Code)),
            ("until", LocalDays.Today(made.ExpiresAt, turn.Who.TimeZone))
        ) with
        {
            Kind = link is null ? OutgoingKind.Send : OutgoingKind.Photo,
            QrCode = link,
            ForgetOnceSent = true,
        };

    private static IEnumerable<string> RolesFor(Asker who)
    {
        string[] roles =
        [
            nameof(Role.Curator),
            nameof(Role.Director),
            nameof(Role.Teacher),
            nameof(Role.Observer),
        ];
        return who.MayAdmit.IsRegional
            ? [.. roles, nameof(Role.MunicipalCoordinator), nameof(Role.RegionalOperator)]
            : roles;
    }

    private static IEnumerable<string> OverFor(Asker who) =>
        who.MayAdmit.IsRegional ? [SchoolKey, MunicipalityKey, RegionKey] : [SchoolKey, MunicipalityKey];
}
