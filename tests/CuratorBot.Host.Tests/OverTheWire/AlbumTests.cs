using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Faults;
using CuratorBot.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>A curator reports with three photos, and her coordinator looks at them.</summary>
public sealed class AlbumTests : IAsyncLifetime
{
    private const string Show = "Показать фото и документы";
    private const string Album = "sendMediaGroup";

    private Stage _stage = null!;

    private Person Coordinator => _stage.Person(Stage.Coordinator);

    public async Task InitializeAsync()
    {
        _stage = await Stage.OpenAndStart();
        var curator = _stage.Person(Stage.Curator);
        await curator.Ask("/report", "О каком мероприятии");
        curator.Phone.SendAlbum([.. new[] { "one", "two", "three" }.Select(SamplePhoto)]);
        await curator.Hear("Получено 3 из 3");
        await curator.Press("Посещение школы", "В какой школе");
        await curator.Press("СОШ №3 г. Кузнецка", "Когда это было");
        await curator.Press("Сегодня, 17 января", "Сколько было");
        await curator.Ask("12", "Проверьте отчёт");
        await curator.Press("✅ Отправить", "Отчёт отправлен");
        await Coordinator.Hear("Новый отчёт");
        await Coordinator.Press("Открыть отчёт", "3 фото");
        await _stage.Host.WaitUntilQuiet();
    }

    public Task DisposeAsync() => _stage.DisposeAsync().AsTask();

    [Fact]
    public async Task They_come_in_one_request_whatever_befalls_it()
    {
        Assert.Equal([3], await Shown(fault: null, requests: 1));
        Assert.Equal([3], await Shown(new Fault { Kind = FaultKind.TooManyRequests, RetryAfter = 2 }, 2));
        Assert.Equal([3], await Shown(new Fault { Kind = FaultKind.Drop }, 2));
        Assert.Equal([3], await Shown(new Fault { Kind = FaultKind.Answer, Status = 502 }, 2));
        Assert.Equal([3], await Shown(new Fault { Kind = FaultKind.Truncate }, 1));
        Assert.Equal([3, 3], await Shown(new Fault { Kind = FaultKind.AcceptThenDrop }, 2));
        Assert.Equal([3, 3], await Shown(new Fault { Kind = FaultKind.AcceptThenDrop, Times = null }, 2));
    }

    [Fact]
    public async Task One_by_one_where_they_are_not_taken_together()
    {
        const string Refusal = """
            {"ok":false,"error_code":400,"description":"Bad Request: failed to send message #2 with the error message \"wrong file identifier\""}
            """;

        var shown = await Shown(
            new Fault
            {
                Kind = FaultKind.Answer,
                Status = 400,
                ContentType = "application/json",
                Body = Refusal,
            },
            requests: 1
        );

        Assert.Equal([1, 1, 1], shown);
        Assert.Equal(3, _stage.Playground.Log.Requests("sendPhoto").Count);
    }

    [Theory]
    [InlineData(FailPoints.Stored, 1)]
    [InlineData(FailPoints.Sent, 2)]
    [InlineData(FailPoints.Marked, 2)]
    public async Task A_kill_doubles_one_album_at_most(string place, int most)
    {
        await _stage.Host.Stop();
        var doomed = await _stage.Start(failAt: place);
        var before = Photos().Count;

        Coordinator.Phone.Press(Show);
        Assert.Equal(128 + 9, await doomed.WaitForExit());
        await _stage.Start();
        await HasSeen(before + 3);
        await _stage.Host.WaitUntilQuiet();

        Assert.InRange(AlbumsSince(before).Count, 1, most);
        Assert.All(AlbumsSince(before), photos => Assert.Equal(3, photos));
    }

    /// <summary>How many photos each album has that she sees after a press.</summary>
    /// <param name="requests">How often the bot tries to send the album.</param>
    private async Task<List<int>> Shown(Fault? fault, int requests)
    {
        var (before, asked) = (Photos().Count, Requests());
        if (fault is not null)
            _stage.Playground.Faults.Add(fault with { Method = Album });
        Coordinator.Phone.Press(Show);
        await _stage.Host.WaitForHealth(_ => Requests() == asked + requests);
        await HasSeen(before + 3);
        await _stage.Host.WaitUntilQuiet();
        _stage.Playground.Faults.Clear();
        Assert.Equal(requests, Requests() - asked);
        return AlbumsSince(before);
    }

    private int Requests() => _stage.Playground.Log.Requests(Album).Count;

    private Task HasSeen(int photos) =>
        _stage.Playground.WaitForMessage(
            Stage.Coordinator,
            _ => Photos().Count >= photos,
            HostUnderTest.Patience
        );

    private List<ChatMessage> Photos() =>
        Coordinator.Heard.FindAll(said => said.Attachment?.Kind == AttachmentKind.Photo);

    private List<int> AlbumsSince(int before) =>
        [
            .. Photos()
                .Skip(before)
                .GroupBy(photo => photo.MediaGroupId ?? $"{photo.MessageId}")
                .Select(album => album.Count()),
        ];

    private static byte[] SamplePhoto(string name) => SampleFiles.Jpeg(name);
}
