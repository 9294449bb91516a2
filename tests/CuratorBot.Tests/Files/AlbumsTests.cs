using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Fields;
using CuratorBot.Messaging;

namespace CuratorBot.Tests.Files;

/// <summary>How the files of a report are shared out into albums.</summary>
public sealed class AlbumsTests
{
    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 0, "Photo")]
    [InlineData(2, 0, "Album 2")]
    [InlineData(10, 0, "Album 10")]
    [InlineData(11, 0, "Album 10, Photo")]
    [InlineData(23, 1, "Album 10, Album 10, Album 3, Document")]
    [InlineData(1, 2, "Photo, Album 2")]
    public void Photos_and_documents_are_never_in_one_album(int photos, int documents, string expected)
    {
        var files = Files("document", documents, 0).Concat(Files("photo", photos, documents));

        var sent = Sent(files);

        Assert.Equal(expected, string.Join(", ", sent.Select(Described)));
        Assert.All(
            sent.Where(message => message.Album is not null),
            album => Assert.Single(album.Album!.Select(part => part.Kind).Distinct())
        );
        Assert.Equal(
            photos + documents,
            sent.SelectMany(message => message.Album ?? [message])
                .Select(one => one.FileId)
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public void They_stay_in_order()
    {
        var album = Assert.Single(Sent(Files("photo", 5, 0).Reverse()));

        Assert.Equal(["f1", "f2", "f3", "f4", "f5"], album.Album!.Select(part => part.FileId));
    }

    [Fact]
    public void What_is_too_much_for_one_request_goes_in_several()
    {
        var files = Files("document", 4, 0, megabytes: 20);

        Assert.Equal("Album 2, Album 2", string.Join(", ", Sent(files).Select(Described)));
    }

    [Fact]
    public void What_the_messenger_has_already_weighs_nothing()
    {
        var files = Files("document", 4, 0, megabytes: 20, isStored: false);

        Assert.Equal("Album 4", string.Join(", ", Sent(files).Select(Described)));
    }

    private static List<OutgoingMessage> Sent(IEnumerable<RowFile> files) =>
        [.. Albums.Of(files, new IdGenerator(TimeProvider.System))];

    private static string Described(OutgoingMessage message) =>
        message.Album is { } parts ? $"{message.Kind} {parts.Count}" : $"{message.Kind}";

    private static IEnumerable<RowFile> Files(
        string kind,
        int count,
        int after,
        int megabytes = 0,
        bool isStored = true
    ) =>
        Enumerable
            .Range(after + 1, count)
            .Select(number => new EventReportFile
            {
                Id = number,
                Channel = "telegram",
                FileId = $"f{number}",
                Kind = kind,
                Size = megabytes * 1024L * 1024,
                StoredAs = isStored && megabytes > 0 ? $"kept/{number}" : null,
            });
}
