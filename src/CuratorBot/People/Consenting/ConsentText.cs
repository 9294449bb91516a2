using CuratorBot.Data;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People.Consenting;

/// <summary>A text that people are, or once were, asked to agree to. It stays as it was agreed to.</summary>
public sealed class ConsentText
{
    public required int Version { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, as lower-case hex.</summary>
    public required string Hash { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>What a person agreed to and when, and when she took it back. The newest row counts.</summary>
public sealed class ConsentGiven : Entity
{
    public required long PersonId { get; init; }
    public required int Version { get; init; }
    public required string Hash { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The newer text that she was shown and has not agreed to; null when there is none.</summary>
    public int? AskedAgainFor { get; set; }
}

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
