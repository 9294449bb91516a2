using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Inviting;

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

    /// <summary>Taken back by a coordinator.</summary>
    public sealed record Revoked : InvitationAnswer;

    /// <param name="IsGuessing">So many were wrong lately that the coordinators must hear of it.</param>
    public sealed record Unknown(bool IsGuessing = false) : InvitationAnswer;

    /// <summary>Too many wrong codes lately: this one was not even looked at.</summary>
    /// <param name="Told">She knows it already.</param>
    public sealed record Paused(bool Told) : InvitationAnswer;
}

/// <summary>One-time ways in. Only hashes of their secrets are stored.</summary>
public sealed class Invitations(IdGenerator ids, InvitationOptions options, Guessing guessing)
{
    /// <summary>Adds an invitation to the transaction of the context.</summary>
    /// <exception cref="ArgumentException">The school, municipality or region does not exist.</exception>
    public async Task<NewInvitation> Create(CuratorBotDb db, InvitedTo to, AuditActor by)
    {
        await Check(db, to);
        var made = new NewInvitation(
            InvitationCode.New(ids, InvitationCode.LinkLength),
            InvitationCode.New(ids, InvitationCode.TypedLength),
            by.Now + options.Validity
        );
        var invitation = new Invitation
        {
            Id = ids.Next(),
            LinkHash = InvitationCode.Hash(made.Token),
            CodeHash = InvitationCode.Hash(made.Code),
            Role = to.Role,
            SchoolId = to.SchoolId,
            MunicipalityId = to.MunicipalityId,
            Region = to.Region,
            CreatedAt = by.Now,
            ExpiresAt = made.ExpiresAt,
            CreatedBy = by.PersonId,
        };
        db.Invitations.Add(invitation);
        await AuditTrail.Note(db, ids, by, "invitation.made", SubjectOf(invitation), after: $"{to.Role}");
        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>Looks for the invitation of a token or code. A wrong one counts against the person.</summary>
    public async Task<InvitationAnswer> Find(CuratorBotDb db, long personId, string typed, DateTimeOffset now)
    {
        var code = InvitationCode.Normalise(typed);
        var isLink = code?.Length == InvitationCode.LinkLength;
        var pause = await guessing.PauseOf(db, personId, isLink, now);
        if (pause != GuessingPause.None)
            return new InvitationAnswer.Paused(Told: pause == GuessingPause.Silent);
        if (code is not null && await ByCode(db, code) is { } invitation)
            return StateOf(invitation, now);
        return new InvitationAnswer.Unknown(await guessing.NoteWrong(db, personId, now));
    }

    /// <summary>An invitation that was found before, as it stands now.</summary>
    public static async Task<InvitationAnswer> FindAgain(CuratorBotDb db, long id, DateTimeOffset now) =>
        await db.Invitations.FindAsync(id) is { } invitation
            ? StateOf(invitation, now)
            : new InvitationAnswer.Unknown();

    private static AuditSubject SubjectOf(Invitation invitation) =>
        new("invitation", invitation.Id)
        {
            SchoolId = invitation.SchoolId,
            MunicipalityId = invitation.MunicipalityId,
            Region = invitation.Region,
        };

    private static Task<Invitation?> ByCode(CuratorBotDb db, string code)
    {
        var hash = InvitationCode.Hash(code);
        return db.Invitations.SingleOrDefaultAsync(row => row.LinkHash == hash || row.CodeHash == hash);
    }

    private static InvitationAnswer StateOf(Invitation invitation, DateTimeOffset now) =>
        invitation.StateAt(now) switch
        {
            InvitationState.Used => new InvitationAnswer.Used(),
            InvitationState.Revoked => new InvitationAnswer.Revoked(),
            InvitationState.Expired => new InvitationAnswer.Expired(),
            _ => new InvitationAnswer.Open(invitation),
        };

    private static async Task Check(CuratorBotDb db, InvitedTo to)
    {
        if (to is { Role: Role.Observer, SchoolId: null, MunicipalityId: null, Region: null })
            throw new ArgumentException(
                "An observer needs a school, a municipality or a region.",
                nameof(to)
            );
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
