namespace CuratorBot.Files;

/// <summary>What may be kept as evidence: told by the content, never by the name.</summary>
public static class EvidenceFiles
{
    private enum Kind
    {
        Other,
        Jpeg,
        Png,
        Webp,
        Heic,
        Document,
    }

    /// <summary>What became of looking at a file.</summary>
    public enum Verdict
    {
        Good = 0,

        /// <summary>No photo and no document that we know to open.</summary>
        NotAllowed = 1,

        /// <summary>Begins like a photo and does not end like one.</summary>
        Broken = 2,

        /// <summary>A photo of which it cannot be known whether it tells the place.</summary>
        PlaceStays = 3,
    }

    /// <param name="clean">The content that may be kept.</param>
    public static Verdict Look(byte[] content, out byte[] clean)
    {
        clean = content;
        var kind = KindOf(content);
        if (kind is Kind.Other)
            return Verdict.NotAllowed;
        if (kind is Kind.Document)
            return Verdict.Good;
        var photo = kind switch
        {
            Kind.Jpeg => PhotoCleaning.OfJpeg(content),
            Kind.Png => PhotoCleaning.OfPng(content),
            Kind.Webp => WebpCleaning.Of(content),
            _ => HeicCleaning.Of(content),
        };
        if (photo is null)
            return kind == Kind.Heic ? Verdict.PlaceStays : Verdict.Broken;
        clean = photo;
        return Verdict.Good;
    }

    /// <summary>PDF, the files of office programs (old ones, and packed ones), and RTF.</summary>
    private static Kind KindOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Kind.Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? Kind.Png
        : WebpCleaning.Is(content) ? Kind.Webp
        : HeicCleaning.Is(content) ? Kind.Heic
        : content.StartsWith("%PDF-"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        || content.StartsWith("PK\x03\x04"u8)
        || content.StartsWith("{\\rtf"u8)
            ? Kind.Document
        : Kind.Other;
}
