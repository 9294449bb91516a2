using System.Buffers.Binary;

namespace CuratorBot.Files;

/// <summary>Which way up a photo is: the one thing that is kept of what the camera wrote beside it.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>With what the notes begin in a JPEG; elsewhere they may or may not.</summary>
    public static ReadOnlySpan<byte> Head => "Exif\0\0"u8;

    /// <summary>1 to 8, as Exif counts; 0 when it is not said.</summary>
    public static ushort In(ReadOnlySpan<byte> notes)
    {
        var tiff = notes.StartsWith(Head) ? notes[Head.Length..] : notes;
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
            return 0;
        var little = tiff[0] == 'I';
        var directory = (int)Math.Min(Int(tiff[4..], little), int.MaxValue);
        if (directory > tiff.Length - 2)
            return 0;
        var entries = Short(tiff[directory..], little);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = directory + 2 + (entry * EntryLength);
            if (at + EntryLength > tiff.Length)
                return 0;
            if (Short(tiff[at..], little) == Tag)
                return Short(tiff[(at + 8)..], little) is var way and >= 1 and <= 8 ? way : (ushort)0;
        }
        return 0;
    }

    /// <summary>Notes that say nothing else.</summary>
    public static byte[] Alone(ushort way) =>
        [
            (byte)'M',
            (byte)'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)way,
            0,
            0,
            0,
            0,
            0,
            0,
        ];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Int(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
