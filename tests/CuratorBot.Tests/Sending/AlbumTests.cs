using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Tests.Sending;

/// <summary>Several photos as one message.</summary>
public sealed class AlbumTests
{
    private static readonly DeliveryOutcome NoSuchFile = new DeliveryOutcome.Rejected(
        "wrong file identifier"
    );

    [Fact]
    public void An_album_lies_in_the_outbox_until_it_is_sent()
    {
        using var bench = OutboxBench.Started();

        var row = bench.Say(1, bench.Album(3));
        Assert.Equal(["file 1", "file 2", "file 3"], Outbox.Read(row).Album!.Select(part => part.FileId));
        bench.Advance(1);

        Assert.Equal(OutgoingKind.Album, Assert.Single(bench.Channel.Requests).Message.Kind);
        Assert.Equal(OutboxState.Sent, bench.Desk.Find(row.Id)!.State);
    }

    [Fact]
    public void What_was_stored_before_there_were_albums_is_read()
    {
        var message = Outbox.Read("""{"Id":7,"Kind":3,"FileId":"f","Choices":[],"Menu":[]}""");

        Assert.Equal(
            (7L, OutgoingKind.Photo, "f", null),
            (message.Id, message.Kind, message.FileId, message.Album)
        );
        Assert.DoesNotContain("Album", Postman.Write(message), StringComparison.Ordinal);
    }

    [Fact]
    public void An_album_that_is_not_taken_goes_photo_by_photo_before_all_else_in_the_chat()
    {
        using var bench = OutboxBench.Started();
        RefuseAlbumsAnd(bench, "file 2");
        var album = bench.Say(1, bench.Album(3));
        var next = bench.Say(1, text: "next");

        bench.Advance(20);

        Assert.Equal(
            [null, "file 1", "file 2", "file 3", null],
            bench.Channel.Requests.Select(request => request.Message.FileId)
        );
        Assert.Equal("next", bench.Channel.Requests[^1].Message.Text.Text);
        Assert.Equal(
            [OutboxState.Failed, OutboxState.Sent, OutboxState.Failed, OutboxState.Sent, OutboxState.Sent],
            StatesOf(bench, album.Id, next.Id)
        );
        Assert.Equal(0, bench.Outbox.Pending);
    }

    [Fact]
    public void A_kill_after_the_refusal_loses_no_photo_and_sends_none_twice()
    {
        using var bench = OutboxBench.Started();
        RefuseAlbumsAnd(bench, "no file");
        var album = bench.Say(1, bench.Album(3));
        bench.Advance(0.15); // refused; the first photo is on its way
        Assert.Equal(2, bench.Channel.Requests.Count);
        bench.Advance(0.1);

        using var next = bench.Restart();
        next.Advance(20);

        Assert.Equal(
            ["file 1", "file 2", "file 3"],
            bench
                .Channel.Requests.Concat(next.Channel.Requests)
                .Select(request => request.Message.FileId)
                .OfType<string>()
                .Distinct()
        );
        Assert.Equal(
            [OutboxState.Failed, OutboxState.Sent, OutboxState.Sent, OutboxState.Sent],
            StatesOf(next, album.Id, album.Id + 3)
        );
    }

    [Fact]
    public async Task An_album_in_an_answer_that_changed_nothing_keeps_its_question_until_the_last_photo()
    {
        using var bench = OutboxBench.Started();
        RefuseAlbumsAnd(bench, "no file");

        var settled = bench.Answer(1, question: 77, bench.Album(2));
        bench.Advance(0.25);
        Assert.False(settled.IsCompleted);
        Assert.Empty(bench.Desk.DoneQuestions);
        bench.Advance(20);

        await settled.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        Assert.Equal([77L], bench.Desk.DoneQuestions);
        Assert.Equal(
            [null, "file 1", "file 2"],
            bench.Channel.Requests.Select(request => request.Message.FileId)
        );
    }

    [Fact]
    public void An_album_of_which_nobody_knows_whether_it_arrived_is_sent_twice_at_most()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Answers = _ => new DeliveryOutcome.Ambiguous("time-out");

        var row = bench.Say(1, bench.Album(3));
        bench.Advance(600);

        Assert.Equal(2, bench.Channel.CountOf(1));
        Assert.All(bench.Channel.Requests, request => Assert.Equal(OutgoingKind.Album, request.Message.Kind));
        Assert.Equal(OutboxState.Failed, bench.Desk.Find(row.Id)!.State);
    }

    [Fact]
    public void A_429_pauses_the_chat_and_the_album_goes_afterwards_as_one()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Answers = _ =>
            bench.Channel.Requests.Count == 1
                ? new DeliveryOutcome.RetryAfter(TimeSpan.FromSeconds(5))
                : null;
        bench.Say(1, bench.Album(3));

        bench.Advance(4.9);
        Assert.Single(bench.Channel.Requests);
        bench.Advance(5);

        Assert.Equal(
            [OutgoingKind.Album, OutgoingKind.Album],
            bench.Channel.Requests.Select(request => request.Message.Kind)
        );
    }

    private static void RefuseAlbumsAnd(OutboxBench bench, string fileId) =>
        bench.Channel.Answers = _ =>
            bench.Channel.Requests[^1].Message is var message
            && (message.Kind == OutgoingKind.Album || message.FileId == fileId)
                ? NoSuchFile
                : null;

    private static IEnumerable<OutboxState?> StatesOf(OutboxBench bench, long first, long last) =>
        Enumerable.Range(0, (int)(last - first) + 1).Select(at => bench.Desk.Find(first + at)?.State);
}
