using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>The person whom data are about, as the tables know her.</summary>
/// <param name="RosterIds">Her entries in the roster, also when nobody has noticed yet that they are hers.</param>
/// <param name="Words">Her names and numbers, former ones too, by which messages to others may speak of her.</param>
public sealed record Subject(
    long PersonId,
    IReadOnlyList<ChannelAccount> Accounts,
    IReadOnlyList<long> RosterIds,
    IReadOnlyList<string> Words
)
{
    public IReadOnlyList<long> AccountIds => [.. Accounts.Select(account => account.AccountId)];
    public IReadOnlyList<long> ChatIds => [.. Accounts.Select(account => account.ChatId)];

    /// <summary>Null when there is no such person, or she has been forgotten.</summary>
    public static async Task<Subject?> Find(CuratorBotDb db, long personId)
    {
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == personId && row.ForgottenAt == null);
        if (person is null)
            return null;
        var accounts = await db
            .ChannelAccounts.AsNoTracking()
            .Where(row => row.PersonId == personId)
            .OrderBy(row => row.Id)
            .ToListAsync();
        var former = await AuditTrail
            .About(db, personId)
            .Where(row => row.What == "person.renamed" || row.What == "person.phone")
            .Select(row => new { row.Before, row.After })
            .ToListAsync();
        var expected = await db
            .RosterEntries.AsNoTracking()
            .Where(row => row.PersonId == personId || row.Phone == person.Phone)
            .ToListAsync();
        return new Subject(
            personId,
            accounts,
            [.. expected.Select(row => row.Id)],
            [
                .. former
                    .SelectMany(row => new[] { row.Before, row.After })
                    .Concat(expected.SelectMany(row => new[] { row.Name, row.Phone, row.Email }))
                    .Append(person.Name)
                    .Append(person.Phone)
                    .OfType<string>()
                    .Where(word => word.Length > 1)
                    .Distinct(),
            ]
        );
    }
}
