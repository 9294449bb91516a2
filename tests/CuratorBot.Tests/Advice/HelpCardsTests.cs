using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Advice;

/// <summary>What becomes of a reminder once a request needs no answer any more.</summary>
public sealed class HelpCardsTests : HelpSweepCase
{
    [Fact]
    public async Task What_was_answered_in_the_night_is_not_brought_to_mind_in_the_morning()
    {
        var id = await Requests.Add(World, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await World.UnitOfWork.Write(async scope =>
            (await scope.Db.HelpRequests.SingleAsync(row => row.Id == id)).AnsweredAt = World.Clock.Now
        );
        await MoveTo("2022-01-19 09:00");

        Assert.Empty(Heard(Curator));
    }

    [Fact]
    public async Task An_answer_takes_its_line_and_button_out_of_every_reminder_and_the_last_one_ends_it()
    {
        await Requests.Add(World, text: "Первая просьба");
        await Requests.Add(World, text: "Вторая просьба");
        await MoveTo("2022-01-18 10:00");
        var curator = new Phone(World, Curator);

        await curator.Presses("Ответить: 1");
        await curator.Says("Приеду завтра");
        var half = Shown(Curator);
        Assert.Contains(
            "✓ Ответ дан через 24 часа. Отвечает: Варвара Примерова",
            half.Text.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["Ответить: 2"], half.Choices.SelectMany(row => row).Select(choice => choice.Label));

        await curator.Presses("Ответить: 2");
        await curator.Says("Приеду и туда");
        var done = Shown(Curator);
        Assert.StartsWith("🙋 Эти просьбы больше не ждут ответа", done.Text.Text, StringComparison.Ordinal);
        Assert.Empty(done.Choices);
        Assert.Equal(0, await World.Read(db => db.HelpCards.CountAsync()));
    }

    [Fact]
    public async Task What_she_solved_herself_is_not_reminded_of_until_she_asks_again()
    {
        await new Transcript(World).Play([
            "@ teacher",
            "> /ask",
            "> Нужна консультация",
            "> [✅ Отправить]",
            "> /ask",
            "> [Решено: 1]",
        ]);
        await MoveTo("2022-01-25 12:00");
        Assert.Empty(Heard(Curator));

        await World.UnitOfWork.Write(async scope =>
            (await scope.Db.HelpRequests.SingleAsync()).SolvedAt = null
        );
        await new Transcript(World).Play(["@ teacher", "> /ask"]);
        await World.UnitOfWork.Write(async scope =>
            (await scope.Db.HelpRequests.SingleAsync()).SolvedAt = World.Clock.Now
        );
        await new Transcript(World).Play(["@ teacher", "> [Дополнить: 1]", "> Всё-таки нужна"]);
        await MoveTo("2022-01-26 12:00");

        Assert.Single(Heard(Curator));
    }

    [Fact]
    public async Task A_card_whose_text_is_kept_no_more_loses_its_button_only()
    {
        await new Transcript(World).Play([
            "@ teacher",
            "> /ask",
            "> Нужна консультация",
            "> [✅ Отправить]",
            "@ curator",
            "> [💬 Ответить]",
        ]);
        await World.UnitOfWork.Write(async scope =>
        {
            var card = (await scope.Db.HelpCards.SingleAsync()).OutboxId;
            var row = await scope.Db.Outbox.SingleAsync(row => row.Id == card);
            row.Body = Postman.BodyOfAnswer(Outbox.Read(row));
        });

        await new Phone(World, Curator).Says("Приеду завтра");

        var card = World.Channel.Shown.Values.Single(shown =>
            shown.Text.Text.StartsWith("🙋 Школа просит", StringComparison.Ordinal)
        );
        Assert.Empty(card.Choices);
    }
}
