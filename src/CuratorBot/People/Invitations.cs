using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>What an invitation lets in to. What is null is asked of the person who comes.</summary>
public sealed record InvitedTo(
    Role Role,
    string? SchoolId = null,
    string? MunicipalityId = null,
    string? Region = null
);

/// <param name="Token">For the link; exists nowhere else once it is handed over.</param>
/// <param name="Code">For typing, twelve characters without dashes.</param>
public sealed record NewInvitation(string Token, string Code, DateTimeOffset ExpiresAt);

/// <summary>What came of a token or code.</summary>
public abstract record InvitationAnswer
{
    private InvitationAnswer() { }

    public sealed record Open(Invitation Invitation) : InvitationAnswer;

    public sealed record Used : InvitationAnswer;

    public sealed record Expired : InvitationAnswer;

    public sealed record Unknown : InvitationAnswer;

    /// <summary>Too many wrong codes lately: this one was not even looked at.</summary>
    public sealed record Paused : InvitationAnswer;
}

/// <summary>One-time ways in, valid for two weeks. Only hashes of their secrets are stored.</summary>
public sealed class Invitations(IdGenerator ids)
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    /// <summary>Wrong codes of one person within <see cref="GuessingTime"/> before she has to wait.</summary>
    public const int MostWrongCodes = 5;
    public static readonly TimeSpan GuessingTime = TimeSpan.FromHours(1);

    /// <summary>Adds an invitation to the transaction of the context.</summary>
    /// <param name="createdBy">Null when the operator invites from the command line.</param>
    /// <exception cref="ArgumentException">The school, municipality or region does not exist.</exception>
    public async Task<NewInvitation> Create(
        CuratorBotDb db,
        InvitedTo to,
        long? createdBy,
        DateTimeOffset now
    )
    {
        await Check(db, to);
        var made = new NewInvitation(
            InvitationCode.New(ids, InvitationCode.LinkLength),
            InvitationCode.New(ids, InvitationCode.TypedLength),
            now + Validity
        );
        db.Invitations.Add(
            new Invitation
            {
                Id = ids.Next(),
                LinkHash = InvitationCode.Hash(made.Token),
                CodeHash = InvitationCode.Hash(made.Code),
                Role = to.Role,
                SchoolId = to.SchoolId,
                MunicipalityId = to.MunicipalityId,
                Region = to.Region,
                CreatedAt = now,
                ExpiresAt = made.ExpiresAt,
                CreatedBy = createdBy,
            }
        );
        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>Looks for the invitation of a token or code. A wrong one counts against the person.</summary>
    public async Task<InvitationAnswer> Find(CuratorBotDb db, long personId, string typed, DateTimeOffset now)
    {
        var since = now - GuessingTime;
        var wrong = await db.WrongCodes.Where(row => row.PersonId == personId).ToListAsync();
        db.WrongCodes.RemoveRange(wrong.Where(row => row.At <= since));
        if (wrong.Count(row => row.At > since) >= MostWrongCodes)
            return new InvitationAnswer.Paused();
        if (InvitationCode.Normalise(typed) is { } code && await ByCode(db, code) is { } invitation)
            return StateOf(invitation, now);
        db.WrongCodes.Add(
            new WrongCode
            {
                Id = ids.Next(),
                PersonId = personId,
                At = now,
            }
        );
        return new InvitationAnswer.Unknown();
    }

    /// <summary>An invitation that was found before, as it stands now.</summary>
    public static async Task<InvitationAnswer> FindAgain(CuratorBotDb db, long id, DateTimeOffset now) =>
        await db.Invitations.FindAsync(id) is { } invitation
            ? StateOf(invitation, now)
            : new InvitationAnswer.Unknown();

    private static Task<Invitation?> ByCode(CuratorBotDb db, string code)
    {
        var hash = InvitationCode.Hash(code);
        return db.Invitations.SingleOrDefaultAsync(row => row.LinkHash == hash || row.CodeHash == hash);
    }

    private static InvitationAnswer StateOf(Invitation invitation, DateTimeOffset now) =>
        invitation.UsedAt is not null ? new InvitationAnswer.Used()
        : invitation.ExpiresAt <= now ? new InvitationAnswer.Expired()
        : new InvitationAnswer.Open(invitation);

    private static async Task Check(CuratorBotDb db, InvitedTo to)
    {
        if (to.SchoolId is { } school && !await db.Schools.AnyAsync(row => row.Id == school))
            throw new ArgumentException($"There is no school «{school}».", nameof(to));
        if (
            to.MunicipalityId is { } municipality
            && !await db.Municipalities.AnyAsync(row => row.Id == municipality)
        )
            throw new ArgumentException($"There is no municipality «{municipality}».", nameof(to));
        if (to.Region is { } region && !await db.Municipalities.AnyAsync(row => row.Region == region))
            throw new ArgumentException($"There is no region «{region}».", nameof(to));
    }
}
