using System.Text;

namespace CuratorBot.Tests.Support;

/// <summary>The smallest files that are what they say.</summary>
internal static class SampleFiles
{
    /// <summary>A JPEG whose picture depends on the words; no eye could see it.</summary>
    /// <param name="notes">Segments that a camera wrote beside the picture, each with its marker.</param>
    public static byte[] Jpeg(string words, params (byte Marker, byte[] Content)[] notes) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. notes.SelectMany(note => Segment(note.Marker, note.Content)),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. Encoding.UTF8.GetBytes(words),
            0xFF,
            0x00,
            0x17,
            0xFF,
            0xD0,
            0x2A,
            0xFF,
            0xD9,
        ];

    /// <summary>A document as its name tells; a table has to be sent with a content of its own, and is lost otherwise.</summary>
    public static byte[]? Document(string name, string words) =>
        Path.GetExtension(name) switch
        {
            ".xlsx" or ".xlsm" or ".xls" or ".csv" => null,
            ".exe" => Encoding.UTF8.GetBytes($"MZ {words}"),
            _ => Pdf(words),
        };

    private static byte[] Pdf(string words) => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {words}\n%%EOF\n");

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
