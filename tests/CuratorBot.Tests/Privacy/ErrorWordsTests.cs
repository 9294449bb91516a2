using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace CuratorBot.Tests.Privacy;

/// <summary>An error may repeat what somebody wrote; the log and the tables do not.</summary>
public sealed class ErrorWordsTests
{
    private const string Secret = "Молчанова";

    [Fact]
    public async Task A_message_that_fails_leaves_its_words_neither_in_the_log_nor_beside_the_error()
    {
        await using var world = await World.Open();
        using var book = new LogBook();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(book));
        var failed = new TaskCompletionSource();
        var handler = new Mock<IMessageHandler>();
        handler
            .Setup(one => one.Handle(It.IsAny<InboxItem>(), It.IsAny<CancellationToken>()))
            .Returns((InboxItem item, CancellationToken _) => Fail(item.Message.Text));
        handler
            .Setup(one => one.NoteFailed(It.IsAny<InboxItem>(), It.IsAny<bool>()))
            .Callback(() => failed.TrySetResult());
        using var inbox = new Inbox(
            world.UnitOfWork,
            world.Services.GetRequiredService<IMessageReader>(),
            handler.Object,
            new RealTime(TimeProvider.System),
            new FailPoints(),
            logs.CreateLogger<Inbox>()
        );

        var message = new Phone(world, 1001).Message() with { Text = Secret };
        await inbox.Accept(
            world.Channel.Name,
            [new ReceivedUpdate(world.Channel.Name, 77, message.AccountId, message)],
            CancellationToken.None
        );
        await failed.Task;
        await world.UnitOfWork.Write(_ => Task.CompletedTask);

        Assert.Contains(book.Lines, line => line.Contains("FormatException, KeyNotFoundException"));
        Assert.Contains(book.Lines, line => line.Contains(nameof(Fail)));
        Assert.Empty(book.Holding([Secret]));
        var row = await world.Read(db => db.Inbox.SingleAsync(one => one.UpdateId == 77));
        Assert.Equal("FormatException, KeyNotFoundException", row.Error);
    }

    [Fact]
    public void A_word_in_the_log_is_seen()
    {
        using var book = new LogBook();
        book.CreateLogger("any").LogTrace("She wrote {Text}", Secret.ToUpperInvariant());

        Assert.Single(book.Holding([Secret]));
        Assert.Empty(book.Holding(["Примерова"]));
        Assert.Equal(
            ["Кузнецк", "новый", "текст"],
            Transcript
                .WordsTypedIn(["> /status Кузнецк", "> [Сегодня]", "< ответ", "> (правит 2) новый текст"])
                .Except(["правит"])
        );
    }

    private static Task Fail(string? text) => throw new FormatException(text, new KeyNotFoundException(text));
}
