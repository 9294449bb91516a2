using System.Buffers.Binary;
using System.Text;
using CuratorBot.Files;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Files;

public sealed class WebpCleaningTests
{
    [Fact]
    public void The_place_the_device_and_the_town_are_gone_and_which_way_up_it_is_stays()
    {
        var photo = PhonePhotos.Webp;

        var clean = WebpCleaning.Of(photo)!;

        Assert.All(PhonePhotos.Told, told => Assert.Contains(told, Words(photo), StringComparison.Ordinal));
        Assert.All(
            PhonePhotos.Told,
            told => Assert.DoesNotContain(told, Words(clean), StringComparison.Ordinal)
        );
        Assert.Equal(["VP8X", "VP8 ", "EXIF"], Chunks(clean).Select(chunk => chunk.Kind));
        Assert.Equal(Chunk(photo, "VP8 "), Chunk(clean, "VP8 "));
        Assert.Equal(6, Orientation.In(Chunk(clean, "EXIF")));
        Assert.Equal(clean.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(clean.AsSpan(4)));
        Assert.Equal(clean, WebpCleaning.Of(clean));
    }

    [Fact]
    public void One_without_notes_stays_as_it_is()
    {
        byte[] photo = [.. Riff(30), .. "VP8 "u8, 18, 0, 0, 0, .. "picture of a school"u8[..18]];

        Assert.Equal(photo, WebpCleaning.Of(photo));
    }

    [Fact]
    public void What_lies_behind_the_end_and_chunks_that_nobody_knows_are_cut_off()
    {
        byte[] picture = [.. "VP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4];
        byte[] photo = [.. Riff(28), .. picture, .. "ABCD"u8, 3, 0, 0, 0, 7, 7, 7, 0, .. "GPS"u8];

        Assert.Equal([.. Riff(16), .. picture], WebpCleaning.Of(photo)!);
    }

    [Fact]
    public void Half_a_photo_is_none_and_no_other_byte_makes_it_fail()
    {
        var photo = PhonePhotos.Webp;

        Assert.All(
            Enumerable.Range(0, photo.Length - 1),
            length => Assert.Null(WebpCleaning.Of(photo.AsSpan(0, length)))
        );
        var hits = photo.Index().SelectMany(one => Hits(photo, one.Index)).ToList();
        var cleaned = hits.Select(hit => WebpCleaning.Of(hit)).OfType<byte[]>().ToList();
        Assert.InRange(cleaned.Count, 1, hits.Count - 1);
        Assert.All(cleaned, clean => Assert.NotNull(WebpCleaning.Of(clean)));
    }

    /// <summary>The same with one byte that is another.</summary>
    internal static IEnumerable<byte[]> Hits(byte[] photo, int place)
    {
        foreach (var wrong in new byte[] { 0x00, 0x7F, 0xFF })
        {
            var hit = (byte[])photo.Clone();
            hit[place] = wrong;
            yield return hit;
        }
    }

    private static byte[] Riff(byte length) => [.. "RIFF"u8, length, 0, 0, 0, .. "WEBP"u8];

    private static byte[] Chunk(byte[] photo, string kind) =>
        Chunks(photo).Single(chunk => chunk.Kind == kind).Content;

    private static IEnumerable<(string Kind, byte[] Content)> Chunks(byte[] photo)
    {
        for (var at = 12; at < photo.Length; )
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(photo.AsSpan(at + 4));
            yield return (Words(photo[at..(at + 4)]), photo[(at + 8)..(at + 8 + length)]);
            at += 8 + length + (length % 2);
        }
    }

    private static string Words(byte[] content) => Encoding.Latin1.GetString(content);
}
