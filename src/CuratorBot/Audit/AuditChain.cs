using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Audit;

/// <summary>What a walk along the chain found.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict() { }

    /// <param name="LastHash">
    /// Whoever keeps it with the count can tell later whether the end of the chain was cut off.
    /// </param>
    public sealed record Holds(long Count, string LastHash) : AuditVerdict;

    /// <summary>An entry is gone: the next one found has another number.</summary>
    public sealed record Missing(long Sequence) : AuditVerdict;

    /// <summary>An entry, or what it held, is not what was written.</summary>
    public sealed record Altered(long Sequence) : AuditVerdict;

    /// <summary>What an entry held was erased, and no later entry says so.</summary>
    public sealed record ErasedSilently(long Sequence) : AuditVerdict;
}

/// <summary>Walks the chain from the first entry to the last.</summary>
public static class AuditChain
{
    /// <param name="known">An entry that was seen before: its number and its hash.</param>
    public static async Task<AuditVerdict> Verify(CuratorBotDb db, (long Sequence, string Hash)? known = null)
    {
        var (count, hash) = (0L, AuditHash.Nothing);
        var erased = new Dictionary<long, long>();
        await foreach (var entry in InOrder(db))
        {
            if (entry.Sequence != ++count)
                return new AuditVerdict.Missing(count);
            if (!IsWhole(entry) || entry.Hash != AuditHash.OfEntry(hash, entry))
                return new AuditVerdict.Altered(count);
            hash = entry.Hash;
            if (known is { } seen && seen.Sequence == count && seen.Hash != hash)
                return new AuditVerdict.Altered(count);
            NoteErasure(erased, entry);
        }
        if (known is { } last && last.Sequence > count)
            return new AuditVerdict.Missing(count + 1);
        return erased.Count > 0
            ? new AuditVerdict.ErasedSilently(erased.Values.Min())
            : new AuditVerdict.Holds(count, hash);
    }

    private static IAsyncEnumerable<AuditEntry> InOrder(CuratorBotDb db) =>
        db.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable();

    private static bool IsErased(AuditEntry entry) =>
        entry is { Salt: null, Title: null, Before: null, After: null };

    private static bool IsWhole(AuditEntry entry) =>
        IsErased(entry) || (entry.Salt is { } salt && entry.PayloadHash == AuditHash.OfPayload(salt, entry));

    /// <summary>By person, the first entry that was erased and not yet said to be. No person: nobody may.</summary>
    private static void NoteErasure(Dictionary<long, long> erased, AuditEntry entry)
    {
        if (entry is { What: AuditTrail.Erased, PersonId: { } person })
            erased.Remove(person);
        else if (IsErased(entry))
            erased.TryAdd(entry.PersonId ?? 0, entry.Sequence);
    }
}
