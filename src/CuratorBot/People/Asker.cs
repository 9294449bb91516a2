namespace CuratorBot.People;

/// <summary>One role with what it is over: a school (and its municipality), a municipality or a region.</summary>
/// <param name="Region">Null for a regional coordinator or operator of every region.</param>
public sealed record HeldRole(Role Role, string? SchoolId, string? MunicipalityId, string? Region);

/// <summary>
/// Who writes, with the rights of this moment. Read again for every message; never kept over a turn. Each of
/// the scopes is made anew when it is asked for: take it once before a loop.
/// </summary>
/// <param name="Consented">Whether she agreed to the newest text and did not take it back.</param>
public sealed record Asker(
    long PersonId,
    string? Name,
    bool Consented,
    IReadOnlyList<HeldRole> Roles,
    string TimeZone
)
{
    /// <summary>The zone of a person of whom neither a municipality nor a region is known.</summary>
    public const string DefaultTimeZone = "Europe/Moscow";

    /// <summary>False once a message to her was refused; her next message makes it true again.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>What is shown first when she names nothing; null means everything that is hers.</summary>
    public BusyWith? Now { get; init; }

    public bool IsMember => Roles.Count > 0;

    /// <summary>Equal while she may do the same: to find out whether that has changed, and for nothing else.</summary>
    public string RightsKey => string.Join('|', Roles);

    /// <summary>The municipalities that her roles lie in, be they over the whole of one or over a school there.</summary>
    public IReadOnlyList<string> AtHomeIn =>
        [.. Roles.Select(role => role.MunicipalityId).OfType<string>().Distinct()];

    /// <summary>What she may read.</summary>
    public Scope MaySee => new(Roles);

    /// <summary>Where she may report, close what is owed, and be asked to.</summary>
    public Scope MayWork => new(Roles.Where(held => held.Role != Role.Observer));

    /// <summary>Whose orders and agreements she enters, corrects and ends.</summary>
    public Scope MayKeepPapers => new(Roles.Where(held => held.Role is not (Role.Observer or Role.Teacher)));

    /// <summary>Into what she may let people: by invitation, or by deciding their requests.</summary>
    public Scope MayAdmit =>
        new(Roles.Where(held => held.Role is Role.MunicipalCoordinator or Role.RegionalCoordinator));

    /// <summary>The schools whose requests for help she answers.</summary>
    public Scope MayHelp =>
        new(
            Roles.Where(held =>
                held.Role
                    is Role.Curator
                        or Role.MunicipalCoordinator
                        or Role.RegionalCoordinator
                        or Role.RegionalOperator
            )
        );

    /// <summary>The regions that she answers for: whose audit she reads, whose dates in doubt she settles.</summary>
    public Scope MayLead => new(Roles.Where(held => held.Role == Role.RegionalCoordinator));

    public bool Is(Role role) => Roles.Any(held => held.Role == role);
}
