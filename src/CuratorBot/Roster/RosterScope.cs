using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Roster;

/// <summary>
/// Which part of the roster somebody keeps: the roles that she may give, over what she may let people into. All
/// that is read or written of the roster goes through this.
/// </summary>
public sealed class RosterScope
{
    private readonly Scope _places;
    private readonly List<Role> _roles;

    private RosterScope(Scope places)
    {
        _places = places;
        _roles = [.. Enum.GetValues<Role>().Where(MayGive)];
    }

    /// <summary>The operator's, at the command line.</summary>
    public static RosterScope Everything { get; } =
        new(new Scope([new HeldRole(Role.RegionalCoordinator, null, null, null)]));

    public static RosterScope Of(Asker who) => new(who.MayAdmit);

    /// <summary>Of whoever's turn it is.</summary>
    public static RosterScope Of(TurnContext turn) =>
        turn.Known is null && turn.Message.Channel == AuditActor.CommandLine ? Everything : Of(turn.Who);

    /// <summary>Whether there is nothing that she keeps.</summary>
    public bool IsEmpty => !_places.IsWide;

    /// <summary>The only municipality that she keeps; null for more than one and for a region.</summary>
    public string? OnlyMunicipality => _places.OnlyMunicipality;

    /// <summary>The only region that she keeps as a whole.</summary>
    public string? OnlyRegion => !_places.Everything && _places.Regions is [var only] ? only : null;

    public bool Covers(Municipality municipality) => _places.Includes(municipality);

    public bool Covers(School school) => _places.IncludesPlace(school.MunicipalityId, school.Region);

    public bool Covers(RosterRole role) =>
        MayGive(role.Role) && _places.IncludesPlace(role.MunicipalityId, role.Region);

    /// <summary>Who works for a region comes by invitation; a municipal coordinator is named by the region.</summary>
    public bool MayGive(Role role) =>
        role.IsOfSchool()
        || role == Role.Observer
        || (role == Role.MunicipalCoordinator && _places.IsRegional);

    /// <summary>The roles of the roster that are hers to keep.</summary>
    public IQueryable<RosterRole> Of(CuratorBotDb db)
    {
        var (roles, municipalities, regions) = (_roles, _places.Municipalities, _places.Regions);
        var given = db.RosterRoles.Where(role => roles.Contains(role.Role));
        return _places.Everything
            ? given
            : given.Where(role =>
                regions.Contains(role.Region) || municipalities.Contains(role.MunicipalityId!)
            );
    }
}
