using System.Buffers.Binary;

namespace CuratorBot.Files;

/// <summary>Takes the notes of the camera out of a WebP: there each lies in a chunk of its own.</summary>
internal static class WebpCleaning
{
    private const int HeadLength = 12;
    private const int ChunkHead = 8;
    private const byte SaysExif = 0x08;
    private const byte SaysXmp = 0x04;

    public static bool Is(ReadOnlySpan<byte> content) =>
        content.Length > HeadLength && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8);

    /// <summary>The same photo without its notes; null when it is no whole WebP.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> photo)
    {
        if (!Is(photo))
            return null;
        var end = ChunkHead + (long)BinaryPrimitives.ReadUInt32LittleEndian(photo[4..]);
        if (end > photo.Length)
            return null;
        var clean = new List<byte>(photo.Length);
        clean.AddRange(photo[..HeadLength]);
        ushort way = 0;
        for (var at = HeadLength; at < end; )
        {
            if (ChunkAt(photo[..(int)end], at) is not { } length)
                return null;
            var chunk = photo.Slice(at, length);
            at += length;
            if (IsPicture(chunk[..4]))
                clean.AddRange(chunk);
            else if (chunk.StartsWith("EXIF"u8))
                way = Orientation.In(chunk[ChunkHead..]);
        }
        return clean.Count > HeadLength ? Sealed(clean, way) : null;
    }

    /// <summary>Length of the chunk with its head and the byte that makes it even; null when it is not whole.</summary>
    private static int? ChunkAt(ReadOnlySpan<byte> photo, int at)
    {
        if (at + ChunkHead > photo.Length)
            return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(photo[(at + 4)..]);
        var whole = ChunkHead + (long)length + (length % 2);
        return at + whole <= photo.Length ? (int)whole : null;
    }

    private static bool IsPicture(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("VP8 "u8)
        || kind.SequenceEqual("VP8L"u8)
        || kind.SequenceEqual("VP8X"u8)
        || kind.SequenceEqual("ALPH"u8)
        || kind.SequenceEqual("ANIM"u8)
        || kind.SequenceEqual("ANMF"u8)
        || kind.SequenceEqual("ICCP"u8);

    /// <summary>What the head says of notes and of the length, made true again.</summary>
    private static byte[] Sealed(List<byte> clean, ushort way)
    {
        if (clean.Count > HeadLength + ChunkHead && HasFlags(clean))
        {
            clean[HeadLength + ChunkHead] &= unchecked((byte)~(SaysExif | SaysXmp));
            if (way > 1)
            {
                clean[HeadLength + ChunkHead] |= SaysExif;
                var notes = Orientation.Alone(way);
                clean.AddRange([.. "EXIF"u8, (byte)notes.Length, 0, 0, 0, .. notes]);
            }
        }
        byte[] content = [.. clean];
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), (uint)(content.Length - ChunkHead));
        return content;
    }

    private static bool HasFlags(List<byte> clean) =>
        clean.Slice(HeadLength, 4) is [(byte)'V', (byte)'P', (byte)'8', (byte)'X'];
}
