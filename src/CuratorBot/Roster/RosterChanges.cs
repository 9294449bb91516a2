using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Roster;

/// <param name="Given">How many of her roles are new.</param>
/// <param name="Lost">What she held until now.</param>
internal sealed record RosterRights(long PersonId, int Given, IReadOnlyList<HeldRole> Lost);

/// <summary>The changes of one import: entries and roles of the roster, then the rights that follow from them.</summary>
internal sealed class RosterChanges(TurnContext turn)
{
    private sealed record Touched(RosterEntry Entry, List<RosterRole> Added, List<RosterRole> Removed);

    private readonly List<Touched> _touched = [];

    public async Task Make(RosterStep step)
    {
        var entry = step.Existing?.Entry ?? Add(step);
        if ((entry.Name, entry.Phone, entry.Email) != (step.Name, step.Phone, step.Email))
        {
            (entry.Name, entry.Phone, entry.Email) = (step.Name, step.Phone, step.Email);
            await Note("roster.corrected", entry, null);
        }
        var added = step.Added.Select(role => RoleOf(entry, role)).ToList();
        turn.Db.RosterRoles.AddRange(added);
        await Take(new Touched(entry, added, [.. step.Removed]));
    }

    /// <summary>Takes roles out of the roster; whoever has none left leaves it.</summary>
    public async Task Remove(RosterRecord record, IEnumerable<RosterRole> roles)
    {
        var removed = roles.ToList();
        await Take(new Touched(record.Entry, [], removed));
        if (removed.Count == record.Roles.Count)
            turn.Db.RosterEntries.Remove(record.Entry);
    }

    /// <summary>Whoever is in the bot already, with one of the new numbers as her own, is recognised now.</summary>
    public async Task Recognise()
    {
        var unknown = _touched.Select(one => one.Entry).Where(entry => entry.PersonId is null).ToList();
        foreach (var some in unknown.Chunk(500))
        {
            var phones = some.Select(entry => entry.Phone).ToList();
            var people = await turn
                .Db.People.Where(person => phones.Contains(person.Phone!))
                .Select(person => new { person.Id, person.Phone })
                .ToListAsync();
            foreach (var entry in some)
                if (
                    people.Where(person => person.Phone == entry.Phone).ToList() is [var only]
                    && await PeopleDirectory.Read(turn.Db, only.Id) is { Consented: true }
                )
                    entry.PersonId = only.Id;
        }
    }

    /// <summary>Gives and takes the rights of those who came.</summary>
    /// <returns>Whose rights have changed: how many of her roles are new, and which she has lost.</returns>
    public async Task<IReadOnlyList<RosterRights>> ChangeRights()
    {
        var changed = new Dictionary<long, RosterRights>();
        foreach (var (entry, added, removed) in _touched)
        {
            if (entry.PersonId is not { } person)
                continue;
            var taken = await Membership.Revoke(
                turn,
                person,
                removed.Select(role => role.AsHeld),
                turn.Known?.PersonId
            );
            var given = await Membership.Grant(
                turn,
                person,
                added.Select(role => role.AsHeld),
                turn.Known?.PersonId
            );
            if (given + taken.Count == 0)
                continue;
            var before = changed.GetValueOrDefault(person) ?? new RosterRights(person, 0, []);
            changed[person] = before with { Given = before.Given + given, Lost = [.. before.Lost, .. taken] };
        }
        return [.. changed.Values];
    }

    private RosterEntry Add(RosterStep step)
    {
        var entry = new RosterEntry
        {
            Id = turn.Ids.Next(),
            Name = step.Name,
            Phone = step.Phone,
            Email = step.Email,
            AddedAt = turn.Now,
            AddedBy = turn.Known?.PersonId,
        };
        turn.Db.RosterEntries.Add(entry);
        return entry;
    }

    private async Task Take(Touched touched)
    {
        _touched.Add(touched);
        turn.Db.RosterRoles.RemoveRange(touched.Removed);
        foreach (var role in touched.Added)
            await Note("roster.added", touched.Entry, role);
        foreach (var role in touched.Removed)
            await Note("roster.removed", touched.Entry, role);
    }

    /// <summary>Names and numbers stay out: nobody could erase them there for somebody who never came.</summary>
    private Task Note(string what, RosterEntry entry, RosterRole? role) =>
        AuditTrail.Note(
            turn,
            what,
            new AuditSubject("roster", entry.Id)
            {
                PersonId = entry.PersonId,
                SchoolId = role?.SchoolId,
                MunicipalityId = role?.MunicipalityId,
                Region = role?.Region,
            },
            after: role is null ? null : $"{role.Role}"
        );

    private RosterRole RoleOf(RosterEntry entry, WantedRole role) =>
        new()
        {
            Id = turn.Ids.Next(),
            EntryId = entry.Id,
            Role = role.Role,
            SchoolId = role.SchoolId,
            MunicipalityId = role.MunicipalityId,
            Region = role.Region,
        };
}
