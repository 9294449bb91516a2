using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Inviting;

/// <summary>What is to be done about a code before it is looked at.</summary>
public enum GuessingPause
{
    None,

    /// <summary>The code waits, and the person is told so.</summary>
    ToBeTold,

    /// <summary>She has been told already: more words would only help whoever guesses.</summary>
    Silent,
}

/// <summary>Limits the guessing of codes: of one person, and of all of them together.</summary>
public sealed class Guessing(InvitationOptions options, IdGenerator ids)
{
    /// <param name="isLink">It has the length of a link's token, which nobody guesses.</param>
    public async Task<GuessingPause> PauseOf(CuratorBotDb db, long personId, bool isLink, DateTimeOffset now)
    {
        var hers = await Recent(db, now).Where(row => row.PersonId == personId).ToListAsync();
        var mustWait =
            hers.Count(row => row.Kind == WrongCodeKind.Wrong) >= options.WrongCodesPerPerson
            || (!isLink && await Wrong(db, now).CountAsync() >= options.WrongCodesOverall);
        if (!mustWait)
            return GuessingPause.None;
        if (hers.Exists(row => row.Kind == WrongCodeKind.PersonTold))
            return GuessingPause.Silent;
        Note(db, personId, WrongCodeKind.PersonTold, now);
        return GuessingPause.ToBeTold;
    }

    /// <summary>True when the coordinators must hear of it: once for each time that codes begin to wait.</summary>
    public async Task<bool> NoteWrong(CuratorBotDb db, long personId, DateTimeOffset now)
    {
        await Forget(db, now);
        Note(db, personId, WrongCodeKind.Wrong, now);
        if (await Wrong(db, now).CountAsync() + 1 < options.WrongCodesOverall)
            return false;
        if (await Recent(db, now).AnyAsync(row => row.Kind == WrongCodeKind.CoordinatorsTold))
            return false;
        Note(db, personId, WrongCodeKind.CoordinatorsTold, now);
        return true;
    }

    /// <summary>What a clock that was ahead has written down does not count before its time.</summary>
    private static IQueryable<WrongCode> Recent(CuratorBotDb db, DateTimeOffset now)
    {
        var since = now - InvitationOptions.GuessingTime;
        return db.WrongCodes.Where(row => row.At > since && row.At <= now);
    }

    private static IQueryable<WrongCode> Wrong(CuratorBotDb db, DateTimeOffset now) =>
        Recent(db, now).Where(row => row.Kind == WrongCodeKind.Wrong);

    private static async Task Forget(CuratorBotDb db, DateTimeOffset now)
    {
        var (since, until) = (now - InvitationOptions.GuessingTime, now + InvitationOptions.GuessingTime);
        db.WrongCodes.RemoveRange(
            await db.WrongCodes.Where(row => row.At <= since || row.At > until).ToListAsync()
        );
    }

    private void Note(CuratorBotDb db, long personId, WrongCodeKind kind, DateTimeOffset now) =>
        db.WrongCodes.Add(
            new WrongCode
            {
                Id = ids.Next(),
                PersonId = personId,
                At = now,
                Kind = kind,
            }
        );
}
