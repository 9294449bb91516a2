using System.Buffers.Binary;
using System.Text;

namespace CuratorBot.Files;

/// <summary>
/// Takes out of a photo what the camera wrote beside the picture: the place above all, but also the owner, the
/// device and the time. The picture itself, its colours and which way up it is stay as they are.
/// </summary>
public static class PhotoCleaning
{
    private const byte Mark = 0xFF;
    private const byte Begin = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Icc = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte LastApplication = 0xEF;
    private const byte JfifLength = 14;

    /// <summary>The picture of a PNG, its colours and its size; every other chunk is a note, of whatever program.</summary>
    private static readonly string[] PngPictures =
    [
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "bKGD",
        "cHRM",
        "cICP",
        "gAMA",
        "iCCP",
        "sBIT",
        "sRGB",
        "pHYs",
        "acTL",
        "fcTL",
        "fdAT",
    ];

    /// <summary>The same photo without its notes; null when it is no whole JPEG.</summary>
    public static byte[]? OfJpeg(ReadOnlySpan<byte> photo)
    {
        if (photo is not [Mark, Begin, ..])
            return null;
        var clean = new List<byte>(photo.Length) { Mark, Begin };
        var at = 2;
        while (Next(photo, ref at) is { } marker)
        {
            if (marker == End)
            {
                clean.AddRange(Mark, End);
                return [.. clean]; // what lies behind the end is no part of the picture
            }
            if (at + 2 > photo.Length)
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(photo[at..]);
            if (length < 2 || at + length > photo.Length)
                return null;
            var segment = photo.Slice(at, length);
            at += length;
            if (marker == Exif && Orientation.In(segment[2..]) is var way and > 1)
                AddOrientation(clean, way);
            if (marker == Jfif)
                AddJfif(clean, segment[2..]);
            else if (IsKept(marker, segment[2..]))
            {
                clean.AddRange(Mark, marker);
                clean.AddRange(segment);
            }
            if (marker == Scan)
                CopyScan(photo, ref at, clean);
        }
        return null;
    }

    /// <summary>The same for a PNG, whose notes are chunks of their own.</summary>
    public static byte[]? OfPng(ReadOnlySpan<byte> photo)
    {
        if (!photo.StartsWith(PngHead))
            return null;
        var clean = new List<byte>(photo.Length);
        clean.AddRange(PngHead);
        for (var at = PngHead.Length; at + 12 <= photo.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(photo[at..]);
            if (length > photo.Length - at - 12)
                return null;
            var chunk = photo.Slice(at, (int)length + 12);
            var kind = chunk.Slice(4, 4);
            at += chunk.Length;
            if (PngPictures.Contains(Encoding.Latin1.GetString(kind)))
                clean.AddRange(chunk);
            if (kind.SequenceEqual("IEND"u8))
                return [.. clean];
        }
        return null;
    }

    private static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static byte? Next(ReadOnlySpan<byte> photo, ref int at)
    {
        if (at >= photo.Length || photo[at] != Mark)
            return null;
        while (at < photo.Length && photo[at] == Mark)
            at++;
        return at < photo.Length ? photo[at++] : null;
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> content) =>
        marker switch
        {
            Comment => false,
            Adobe => content.StartsWith("Adobe"u8),
            Icc => content.StartsWith("ICC_PROFILE\0"u8),
            >= Exif and <= LastApplication => false,
            _ => true,
        };

    /// <summary>Without the small picture in it, which may show what was cut away; other notes lie under the same mark.</summary>
    private static void AddJfif(List<byte> clean, ReadOnlySpan<byte> content)
    {
        if (content.Length >= JfifLength && content.StartsWith("JFIF\0"u8))
            clean.AddRange([Mark, Jfif, 0, JfifLength + 2, .. content[..(JfifLength - 2)], 0, 0]);
    }

    /// <summary>The compressed picture, up to the next marker that ends it.</summary>
    private static void CopyScan(ReadOnlySpan<byte> photo, ref int at, List<byte> clean)
    {
        var from = at;
        while (at + 1 < photo.Length && !(photo[at] == Mark && EndsScan(photo[at + 1])))
            at++;
        clean.AddRange(photo[from..at]);
    }

    /// <summary>A stuffed zero and the restart marks belong to the picture.</summary>
    private static bool EndsScan(byte behindMark) => behindMark is not (0 or (>= 0xD0 and <= 0xD7) or Mark);

    /// <summary>An Exif segment that says nothing else.</summary>
    private static void AddOrientation(List<byte> clean, ushort way)
    {
        byte[] segment = [.. Orientation.Head, .. Orientation.Alone(way)];
        clean.AddRange([Mark, Exif, 0, (byte)(segment.Length + 2), .. segment]);
    }
}
