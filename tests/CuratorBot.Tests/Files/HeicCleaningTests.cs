using System.Text;
using CuratorBot.Files;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Files;

public sealed class HeicCleaningTests
{
    private const string Place = "GPSLatitude 53.1226";

    [Fact]
    public void The_place_the_device_and_the_town_are_gone_and_every_other_byte_stays_where_it_was()
    {
        var photo = PhonePhotos.Heic;

        var clean = HeicCleaning.Of(photo)!;

        Assert.All(PhonePhotos.Told, told => Assert.True(Tells(photo, told)));
        Assert.All(PhonePhotos.Told, told => Assert.False(Tells(clean, told)));
        Assert.Equal(photo.Length, clean.Length);
        Assert.All(
            clean.Index().Where(one => one.Item != photo[one.Index]),
            one => Assert.True(one.Item is 0 or (byte)' ')
        );
        Assert.Equal(clean, HeicCleaning.Of(clean));
    }

    [Fact]
    public void Tiles_lie_in_the_head_and_stay_while_notes_there_and_what_belongs_to_nothing_go()
    {
        var photo = Photo(
            [Item(1, "grid"), Item(2, "Exif")],
            idat: $"tiles{Place}",
            [Lies(1, inHead: true, 0, 5), Lies(2, inHead: true, 5, Place.Length)],
            mdat: Place
        );

        var clean = HeicCleaning.Of(photo)!;

        Assert.True(Tells(photo, Place));
        Assert.True(Tells(clean, "tiles"));
        Assert.False(Tells(clean, Place));
    }

    [Fact]
    public void Notes_that_a_picture_claims_for_itself_go_all_the_same()
    {
        var photo = Photo(
            [Item(1, "hvc1"), Item(2, "Exif")],
            idat: Place,
            [Lies(1, inHead: true, 0, 0), Lies(2, inHead: true, 0, Place.Length)]
        );

        Assert.False(Tells(HeicCleaning.Of(photo)!, Place));
    }

    /// <summary>What is not understood might tell the place.</summary>
    [Theory]
    [InlineData("moov", "")]
    [InlineData("uuid", "")]
    [InlineData("mdat", "xml ")]
    public void A_film_and_a_part_that_nobody_knows_are_refused(string box, string inHead)
    {
        byte[] photo =
        [
            .. Photo([Item(1, "hvc1")], "picture", [Lies(1, inHead: true, 0, 7)], partOfHead: inHead),
            .. Box(box, Place),
        ];

        Assert.Null(HeicCleaning.Of(photo));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(200, 1)]
    public void An_item_that_leads_out_of_the_file_is_refused(int at, int length) =>
        Assert.Null(
            HeicCleaning.Of(Photo([Item(1, "hvc1")], "picture", [Lies(1, inHead: true, at, length)]))
        );

    [Fact]
    public void Whatever_byte_is_another_one_it_neither_fails_nor_tells()
    {
        var photo = PhonePhotos.Heic;
        var hits = photo.Index().SelectMany(one => WebpCleaningTests.Hits(photo, one.Index)).ToList();
        var cleaned = hits.Select(HeicCleaning.Of).OfType<byte[]>().ToList();
        Assert.InRange(cleaned.Count, 1, hits.Count - 1);
        Assert.All(cleaned, clean => Assert.All(PhonePhotos.Told, told => Assert.False(Tells(clean, told))));
        var halves = Enumerable
            .Range(0, photo.Length)
            .Select(length => photo[..length])
            .Where(half => HeicCleaning.Is(half))
            .ToList();
        Assert.NotEmpty(halves);
        Assert.All(halves, half => Assert.Null(HeicCleaning.Of(half)));
    }

    private static bool Tells(byte[] content, string words) => Count(content, words) > 0;

    private static int Count(byte[] content, string words) =>
        Encoding.Latin1.GetString(content).Split(words).Length - 1;

    private static byte[] Photo(
        byte[][] items,
        string idat,
        byte[][] places,
        string mdat = "",
        string partOfHead = ""
    ) =>
        [
            .. Box("ftyp", "heic", "\0\0\0\0mif1"),
            .. Box(
                "meta",
                [
                    0,
                    0,
                    0,
                    0,
                    .. Box("iinf", [0, 0, 0, 0, 0, (byte)items.Length, .. items.SelectMany(item => item)]),
                    .. Box(
                        "iloc",
                        [1, 0, 0, 0, 0x44, 0x00, 0, (byte)places.Length, .. places.SelectMany(place => place)]
                    ),
                    .. Box("idat", idat),
                    .. partOfHead.Length > 0 ? Box(partOfHead, Place) : [],
                ]
            ),
            .. Box("mdat", mdat),
        ];

    private static byte[] Item(byte id, string kind) =>
        Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. Encoding.Latin1.GetBytes(kind), 0]);

    private static byte[] Lies(byte id, bool inHead, int at, int length) =>
        [0, id, 0, (byte)(inHead ? 1 : 0), 0, 0, 0, 1, 0, 0, 0, (byte)at, 0, 0, 0, (byte)length];

    private static byte[] Box(string kind, params string[] content) =>
        Box(kind, Encoding.Latin1.GetBytes(string.Concat(content)));

    private static byte[] Box(string kind, byte[] content) =>
        [
            0,
            0,
            (byte)((content.Length + 8) >> 8),
            (byte)(content.Length + 8),
            .. Encoding.Latin1.GetBytes(kind),
            .. content,
        ];
}
