using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Consenting;

/// <summary>The texts of <c>locales/ru/consent.json</c>, version by version, as they were published.</summary>
public static class ConsentTexts
{
    /// <summary>Keeps the text of this program if it is new. Run at every start.</summary>
    /// <exception cref="InvalidOperationException">
    /// The text was changed without a new version, or an older version was put in the place of a newer one.
    /// </exception>
    public static async Task Publish(CuratorBotDb db, TextCatalogue texts, DateTimeOffset now)
    {
        var (version, hash) = (Consent.VersionOf(texts), Consent.HashOf(texts));
        var newest = await db
            .ConsentTexts.AsNoTracking()
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync();
        if (
            newest is not null
            && (newest.Version > version || newest.Version == version && newest.Hash != hash)
        )
            throw new InvalidOperationException(
                $"locales/ru/consent.json: people were already asked to agree to version {newest.Version} "
                    + "with another text. A changed text needs the next version."
            );
        if (newest?.Version == version)
            return;
        db.ConsentTexts.Add(
            new ConsentText
            {
                Version = version,
                Hash = hash,
                Text = Consent.Document(texts).Text,
                PublishedAt = now,
            }
        );
        await db.SaveChangesAsync();
    }
}
