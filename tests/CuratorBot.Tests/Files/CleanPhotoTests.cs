using System.Text;
using CuratorBot.Files;
using CuratorBot.Tests.Support;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.FileType;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jfxx;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Photoshop;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.Xmp;

namespace CuratorBot.Tests.Files;

/// <summary>What a reader that is not ours still finds in a photo that may be kept.</summary>
public sealed class CleanPhotoTests
{
    /// <summary>Each a picture again, or of the notes beside it.</summary>
    private static readonly Type[] Telling =
    [
        typeof(GpsDirectory),
        typeof(ExifSubIfdDirectory),
        typeof(ExifThumbnailDirectory),
        typeof(ExifInteropDirectory),
        typeof(XmpDirectory),
        typeof(IptcDirectory),
        typeof(PhotoshopDirectory),
        typeof(JfxxDirectory),
        typeof(JpegCommentDirectory),
    ];

    public static TheoryData<string> Photos => [.. Contents.Keys];

    private static readonly Dictionary<string, byte[]> Contents = new()
    {
        ["phone.jpg"] = PhonePhotos.Jpeg,
        ["phone.png"] = PhonePhotos.Png,
        ["phone.webp"] = PhonePhotos.Webp,
        ["phone.heic"] = PhonePhotos.Heic,
    };

    [Theory]
    [MemberData(nameof(Photos))]
    public void Place_device_day_and_thumbnail_are_found_before_and_not_after(string name)
    {
        var photo = Contents[name];
        Assert.Contains(Read(photo), directory => directory is GpsDirectory);
        Assert.Contains(Read(photo), directory => directory.ContainsTag(ExifDirectoryBase.TagMake));

        Assert.Equal(EvidenceFiles.Verdict.Good, EvidenceFiles.Look(photo, out var clean));

        var left = Read(clean);
        Assert.DoesNotContain(
            left,
            directory => directory.TagCount > 0 && Telling.Contains(directory.GetType())
        );
        Assert.All(
            left.OfType<ExifIfd0Directory>(),
            directory =>
                Assert.Equal([ExifDirectoryBase.TagOrientation], directory.Tags.Select(tag => tag.Type))
        );
        Assert.All(left.OfType<JfifDirectory>(), jfif => Assert.Equal((0, 0), Thumbnail(jfif)));
        Assert.All(
            left.OfType<PngDirectory>(),
            png => Assert.Contains(png.GetPngChunkType().Identifier, new[] { "IHDR", "pHYs" })
        );
        Assert.Equal(KindOf(Read(photo)), KindOf(left));
        var words = Encoding.Latin1.GetString(clean);
        Assert.All(PhonePhotos.Told, told => Assert.DoesNotContain(told, words, StringComparison.Ordinal));
    }

    private static IReadOnlyList<MetadataExtractor.Directory> Read(byte[] photo) =>
        ImageMetadataReader.ReadMetadata(new MemoryStream(photo));

    private static (int, int) Thumbnail(JfifDirectory jfif) =>
        (jfif.GetInt32(JfifDirectory.TagThumbWidth), jfif.GetInt32(JfifDirectory.TagThumbHeight));

    private static string? KindOf(IReadOnlyList<MetadataExtractor.Directory> directories) =>
        directories.OfType<FileTypeDirectory>().Single().GetString(FileTypeDirectory.TagDetectedFileTypeName);
}
