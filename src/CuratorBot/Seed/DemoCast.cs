using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Seed;

/// <summary>What a member of the cast may do, over which school, municipality or region (null: all regions).</summary>
public sealed record CastRole(Role Role, string? SchoolId, string? MunicipalityId, string? Region);

/// <summary>A made-up person for demonstrations and tests. One without roles is a stranger to the bot.</summary>
public sealed record CastMember(
    long AccountId,
    string FirstName,
    string LastName,
    string Caption,
    CastRole[] Roles
);

/// <summary>Gives the made-up people their accounts and roles, as if they had consented and been accepted.</summary>
public sealed class DemoCast(IdGenerator ids, TimeProvider clock)
{
    private const string Channel = "telegram";

    /// <summary>Everybody, the stranger included.</summary>
    public static IReadOnlyList<CastMember> Members { get; } = EmbeddedJson.Read<CastMember[]>("cast");

    /// <summary>Writes those with a role whose account is not known yet; true when there was somebody.</summary>
    public async Task<bool> Write(CuratorBotDb db, CancellationToken token = default)
    {
        var known = await db
            .ChannelAccounts.Where(account => account.Channel == Channel)
            .Select(account => account.AccountId)
            .ToHashSetAsync(token);
        var missing = Members
            .Where(member => member.Roles.Length > 0 && !known.Contains(member.AccountId))
            .ToList();

        var consent = await db
            .ConsentTexts.OrderByDescending(text => text.Version)
            .FirstOrDefaultAsync(token);
        missing.ForEach(member => Add(db, member, consent));
        await db.SaveChangesAsync(token);
        return missing.Count > 0;
    }

    private void Add(CuratorBotDb db, CastMember member, ConsentText? consent)
    {
        var now = clock.GetUtcNow();
        var person = new Person
        {
            Id = ids.Next(),
            Name = $"{member.FirstName} {member.LastName}",
            FirstSeenAt = now,
        };
        db.Add(person);
        db.Add(
            new ConsentGiven
            {
                Id = ids.Next(),
                PersonId = person.Id,
                Version = consent?.Version ?? 0,
                Hash = consent?.Hash ?? "",
                GivenAt = now,
            }
        );
        db.Add(
            new ChannelAccount
            {
                Id = ids.Next(),
                Channel = Channel,
                AccountId = member.AccountId,
                ChatId = member.AccountId,
                PersonId = person.Id,
            }
        );
        db.AddRange(member.Roles.Select(role => Granted(role, person.Id, now)));
    }

    private RoleAssignment Granted(CastRole role, long person, DateTimeOffset now) =>
        new()
        {
            Id = ids.Next(),
            PersonId = person,
            Role = role.Role,
            SchoolId = role.SchoolId,
            MunicipalityId = role.MunicipalityId,
            Region = role.Region,
            GrantedAt = now,
        };
}
