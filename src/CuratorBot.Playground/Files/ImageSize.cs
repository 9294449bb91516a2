using System.Buffers.Binary;

namespace CuratorBot.Playground.Files;

/// <summary>Reads width and height from the first bytes of a PNG or JPEG.</summary>
internal static class ImageSize
{
    /// <summary>(0, 0) when the bytes are no such picture.</summary>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> image)
    {
        if (image.Length > 24 && image[1..4].SequenceEqual("PNG"u8))
        {
            return (
                BinaryPrimitives.ReadInt32BigEndian(image[16..]),
                BinaryPrimitives.ReadInt32BigEndian(image[20..])
            );
        }
        return image is [0xFF, 0xD8, ..] ? OfJpeg(image) : (0, 0);
    }

    private static (int Width, int Height) OfJpeg(ReadOnlySpan<byte> image)
    {
        var at = 2;
        while (at + 9 < image.Length && image[at] == 0xFF)
        {
            var marker = image[at + 1];
            var isFrame = marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (isFrame)
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(image[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(image[(at + 5)..])
                );
            }
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(image[(at + 2)..]);
        }
        return (0, 0);
    }
}
