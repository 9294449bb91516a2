using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Schools;

namespace CuratorBot.People;

/// <summary>A coordinator invites into what she coordinates: no approval is needed afterwards.</summary>
public sealed class InviteForm(NameIndexCache names, Invitations invitations, IBotLinks links) : Form
{
    public const string FormName = "invite";
    private const string RoleKey = "role";
    private const string MunicipalityKey = "municipality";
    private const string SchoolKey = "school";

    /// <summary>Not asked: the one municipality that she coordinates.</summary>
    private const string OwnKey = "own";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.IsCoordinator;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new ChoiceQuestion(RoleKey, (turn, _) => RolesFor(turn.Who))
        {
            Beside = turn => new Option(turn.Texts.Plain("invite.list.open"), "")
            {
                Action = InvitationListAction.Open,
            },
        },
        new MunicipalityQuestion(MunicipalityKey, names)
        {
            May = (asking, municipality) => asking.Turn.Who.Sees(municipality),
            Clears = [SchoolKey],
            When = sheet => sheet[OwnKey] is null,
        },
        new SchoolOfMunicipalityQuestion(SchoolKey, sheet => sheet[MunicipalityKey] ?? sheet[OwnKey], names)
        {
            When = sheet => sheet[RoleKey] != nameof(Role.MunicipalCoordinator),
        },
    ];

    public override Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (!turn.Who.Is(Role.RegionalCoordinator) && turn.Who.OwnMunicipalities.ToList() is [var only])
            sheet.Answers[OwnKey] = new Answer(only, "");
        return Task.CompletedTask;
    }

    public override async Task<Turn> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var municipality = await turn.Db.Municipalities.FindAsync(sheet[MunicipalityKey] ?? sheet[OwnKey]);
        if (
            municipality is null
            || !turn.Who.Sees(municipality)
            || !RolesFor(turn.Who).Contains(sheet[RoleKey])
        )
            return Turn.Reply(turn.Say("invite.notYours"));
        var role = Enum.Parse<Role>(sheet[RoleKey]!);
        var school = role == Role.MunicipalCoordinator ? null : sheet[SchoolKey];
        var to = school is null ? new InvitedTo(role, null, municipality.Id) : new InvitedTo(role, school);
        var made = await invitations.Create(turn.Db, to, turn.Who.PersonId, turn.Now);
        var link = links.StartLink(made.Token);
        var place = school is null ? municipality.Name : sheet.Shown(SchoolKey);
        return Turn.Reply(turn.Say(link is null ? "invite.forwardWithoutLink" : "invite.forward"))
            .Then(Letter(turn, made, link, role, place));
    }

    private static OutgoingMessage Letter(
        TurnContext turn,
        NewInvitation made,
        string? link,
        Role role,
        string place
    ) =>
        turn.Say(
            link is null ? "invite.letterWithoutLink" : "invite.letter",
            ("role", RoleLines.NameOf(turn, role)),
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

    private static IEnumerable<string> RolesFor(Asker who) =>
        who.Is(Role.RegionalCoordinator)
            ?
            [
                nameof(Role.Curator),
                nameof(Role.Director),
                nameof(Role.Teacher),
                nameof(Role.MunicipalCoordinator),
            ]
            : [nameof(Role.Curator), nameof(Role.Director), nameof(Role.Teacher)];
}
