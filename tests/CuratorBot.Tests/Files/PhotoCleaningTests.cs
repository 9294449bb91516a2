using System.Text;
using CuratorBot.Files;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Files;

public sealed class PhotoCleaningTests
{
    private const byte Exif = 0xE1;
    private const string Place = "GPSLatitude 53.1226";

    [Theory]
    [InlineData(0xE1, "Exif\0\0II")]
    [InlineData(0xE1, "http://ns.adobe.com/xap/1.0/\0")]
    [InlineData(0xED, "Photoshop 3.0\0")]
    [InlineData(0xE2, "MPF\0")]
    [InlineData(0xFE, "")]
    public void Whatever_the_camera_wrote_beside_the_picture_is_gone(byte marker, string head)
    {
        var photo = SampleFiles.Jpeg("picture", (marker, Encoding.ASCII.GetBytes(head + Place)));

        var clean = PhotoCleaning.OfJpeg(photo)!;

        Assert.Contains(Place, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.Equal(SampleFiles.Jpeg("picture"), clean);
    }

    [Fact]
    public void The_colours_stay()
    {
        var photo = SampleFiles.Jpeg(
            "picture",
            (0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 42]),
            (0xEE, [.. "Adobe"u8])
        );

        Assert.Equal(photo, PhotoCleaning.OfJpeg(photo));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Which_way_up_it_is_stays_and_nothing_else_of_its_segment(bool little)
    {
        var photo = SampleFiles.Jpeg("picture", (Exif, WithOrientation(6, little)));

        var clean = PhotoCleaning.OfJpeg(photo)!;

        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(PhotoCleaning.OfJpeg(clean), clean);
        Assert.Equal(SampleFiles.Jpeg("picture").Length + 36, clean.Length);
        Assert.Contains(
            Encoding.Latin1.GetString([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]),
            Encoding.Latin1.GetString(clean),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_lies_behind_the_end_is_cut_off()
    {
        byte[] photo = [.. SampleFiles.Jpeg("picture"), .. Encoding.ASCII.GetBytes(Place)];

        Assert.Equal(SampleFiles.Jpeg("picture"), PhotoCleaning.OfJpeg(photo));
    }

    [Fact]
    public void Half_a_photo_is_none()
    {
        var photo = SampleFiles.Jpeg("picture", (Exif, WithOrientation(6, little: true)));

        Assert.All(
            Enumerable.Range(0, photo.Length - 1),
            length => Assert.Null(PhotoCleaning.OfJpeg(photo.AsSpan(0, length)))
        );
    }

    [Fact]
    public void A_PNG_loses_its_notes_too()
    {
        byte[] head = [0x89, .. "PNG"u8, 13, 10, 26, 10];
        byte[] photo =
        [
            .. head,
            .. Chunk("IHDR", "12345"),
            .. Chunk("eXIf", Place),
            .. Chunk("tEXt", Place),
            .. Chunk("IDAT", "picture"),
            .. Chunk("IEND", ""),
        ];

        Assert.Equal(
            [.. head, .. Chunk("IHDR", "12345"), .. Chunk("IDAT", "picture"), .. Chunk("IEND", "")],
            PhotoCleaning.OfPng(photo)!
        );
        Assert.Null(PhotoCleaning.OfPng(photo.AsSpan(0, photo.Length - 1)));
    }

    /// <summary>Whatever byte is another one: it may be no photo any more, and it does no harm.</summary>
    [Theory]
    [InlineData(0x00)]
    [InlineData(0x7F)]
    [InlineData(0xFF)]
    public void Nothing_can_make_it_fail(byte wrong)
    {
        var photo = SampleFiles.Jpeg("picture", (Exif, WithOrientation(6, little: true)));
        for (var place = 2; place < photo.Length; place++)
        {
            var hit = (byte[])photo.Clone();
            hit[place] = wrong;

            var clean = PhotoCleaning.OfJpeg(hit);

            Assert.True(clean is null || PhotoCleaning.OfJpeg(clean) is not null);
        }
    }

    private static byte[] Chunk(string kind, string content) =>
        [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(kind + content), 1, 2, 3, 4];

    private static byte[] WithOrientation(ushort way, bool little)
    {
        byte[] entry = little
            ? [0x12, 1, 3, 0, 1, 0, 0, 0, (byte)way, 0, 0, 0]
            : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0];
        byte[] head = little ? [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0] : [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1];
        return [.. "Exif\0\0"u8, .. head, .. entry, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)];
    }
}
