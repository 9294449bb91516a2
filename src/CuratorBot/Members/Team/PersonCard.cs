using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>What a coordinator may know of somebody: roles, since when and by whom, and whether messages arrive.</summary>
internal sealed class PersonCard
{
    private const int MostEnded = 5;

    private readonly Person _person;
    private readonly IReadOnlyList<TeamRole> _roles;
    private readonly IReadOnlyList<ChannelAccount> _accounts;
    private readonly bool _hasOthers;

    private PersonCard(
        Person person,
        IReadOnlyList<TeamRole> roles,
        IReadOnlyList<ChannelAccount> accounts,
        bool hasOthers
    ) => (_person, _roles, _accounts, _hasOthers) = (person, roles, accounts, hasOthers);

    public long PersonId => _person.Id;
    public string Name => _person.Name ?? "—";

    /// <summary>Null when she never had a role that the asker oversees.</summary>
    public static async Task<PersonCard?> Read(TurnContext turn, long personId)
    {
        var roles = await TeamRoles.Of(turn, personId);
        if (roles.Count == 0)
            return null;
        var held = roles.Count(role => role.Row.RevokedAt is null);
        var all = await turn.Db.RoleAssignments.CountAsync(role =>
            role.PersonId == personId && role.RevokedAt == null
        );
        return new PersonCard(
            await turn.Db.People.AsNoTracking().SingleAsync(row => row.Id == personId),
            roles,
            await turn
                .Db.ChannelAccounts.AsNoTracking()
                .Where(account => account.PersonId == personId)
                .OrderBy(account => account.Id)
                .ToListAsync(),
            all > held
        );
    }

    public OutgoingMessage Say(TurnContext turn) => turn.Say(Text(turn)) with { Choices = Choices(turn) };

    private IEnumerable<TeamRole> Held => _roles.Where(role => role.Row.RevokedAt is null);

    private RichText Text(TurnContext turn)
    {
        var text = new RichTextBuilder().Line(turn.Text("team.card.name", ("name", Name)));
        if (_person.Phone is { } phone)
            text.Line(turn.Text("me.phone", ("phone", phone)));
        text.Line(Reachability(turn)).EmptyLine();
        if (!Held.Any())
            text.Line(turn.Text("team.card.noRoles"));
        foreach (var role in Held)
            text.Line(turn.Text("team.card.role", ("role", role.Shown(turn)))).Line(Since(turn, role));
        if (_hasOthers)
            text.Line(turn.Text("team.card.others"));
        var ended = _roles.Where(role => role.Row.RevokedAt is not null).Take(MostEnded).ToList();
        if (ended.Count > 0)
            text.EmptyLine().Line(turn.Text("team.card.before"));
        foreach (var role in ended)
            text.Line(
                turn.Text(
                    "team.card.ended",
                    ("role", role.Shown(turn)),
                    ("from", Day(turn, role.Row.GrantedAt)),
                    ("to", Day(turn, role.Row.RevokedAt!.Value)),
                    ("order", OrderOf(turn, role.Row))
                )
            );
        return text.Build();
    }

    private static RichText Since(TurnContext turn, TeamRole role) =>
        turn.Text(
            role.By is null ? "team.card.since" : "team.card.sinceBy",
            ("from", Day(turn, role.Row.GrantedAt)),
            ("by", role.By),
            ("order", OrderOf(turn, role.Row))
        );

    /// <summary>«, приказ №339 от 18.03.2022», or nothing.</summary>
    private static string OrderOf(TurnContext turn, RoleAssignment role) =>
        OrderReference.Of(role) is { } order
            ? turn.Texts.Plain("team.card.order", ("order", order.Shown(turn.Texts)))
            : "";

    private RichText Reachability(TurnContext turn)
    {
        if (_accounts.Count == 0)
            return turn.Text("team.card.neverCame");
        if (_accounts.Any(account => account.UnreachableBecause is null))
            return turn.Text("team.card.reachable");
        var account = _accounts[0];
        var why = $"team.card.unreachable.{account.UnreachableBecause!.ToLowerInvariant()}";
        return turn.Text(
            turn.Texts.Has(why) ? why : "team.card.unreachable.other",
            ("since", Day(turn, account.UnreachableSince ?? turn.Now))
        );
    }

    private IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (PersonId != turn.Who.PersonId)
            rows.Add([Button(turn, TeamFormActions.Grant)]);
        if (Held.Any(role => role.Row.Role == Role.Curator))
            rows.Add([Button(turn, TeamFormActions.Move)]);
        if (Held.Any())
            rows.Add([Button(turn, TeamFormActions.Handover), Button(turn, TeamFormActions.End)]);
        return rows;
    }

    private Choice Button(TurnContext turn, string action) =>
        turn.Button($"{action}.button", string.Create(CultureInfo.InvariantCulture, $"{action}:{PersonId}"));

    private static DateOnly Day(TurnContext turn, DateTimeOffset at) =>
        LocalDays.Today(at, turn.Who.TimeZone);
}
