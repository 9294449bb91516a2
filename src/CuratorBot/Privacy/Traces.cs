using System.Text.Encodings.Web;
using System.Text.Json;
using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>
/// Where messages to a person and messages that name her lie. The outbox is long and has no index by words, so
/// they are looked for beside the writer; what has come since is looked for again in the transaction.
/// </summary>
/// <param name="Last">The newest message that was looked at.</param>
public sealed record Traces(Subject Her, IReadOnlyList<long> ToHer, IReadOnlyList<long> NamingHer, long Last)
{
    /// <summary>Null when there is nobody to be forgotten.</summary>
    public static async Task<Traces?> Find(CuratorBotDb db, long personId) =>
        await Subject.Find(db, personId) is { } her ? await Find(db, her, after: 0) : null;

    /// <summary>The same with what has come in the meantime.</summary>
    public async Task<Traces> Complete(CuratorBotDb db)
    {
        var newer = await Find(db, (await Subject.Find(db, Her.PersonId)) ?? Her, Last);
        return newer with
        {
            ToHer = [.. ToHer, .. newer.ToHer],
            NamingHer = [.. NamingHer, .. newer.NamingHer],
        };
    }

    private static async Task<Traces> Find(CuratorBotDb db, Subject her, long after)
    {
        var messages = db.Outbox.AsNoTracking().Where(row => row.Id > after);
        var last = await messages
            .OrderByDescending(row => row.Id)
            .Select(row => row.Id)
            .FirstOrDefaultAsync();
        var (person, chats) = (her.PersonId, her.ChatIds);
        var toHer = await messages
            .Where(row => row.PersonId == person || chats.Contains(row.ChatId))
            .Select(row => row.Id)
            .ToListAsync();
        var naming = new HashSet<long>();
        foreach (var word in her.Words.Select(AsStored))
            naming.UnionWith(
                await messages.Where(row => row.Body.Contains(word)).Select(row => row.Id).ToListAsync()
            );
        return new Traces(her, toHer, [.. naming.Except(toHer)], Math.Max(last, after));
    }

    /// <summary>A word as it stands within JSON.</summary>
    private static string AsStored(string word) =>
        JsonEncodedText.Encode(word, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
