using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

/// <summary>The survey of curators opens on 24 January at noon, where the school lies, and is due a day later.</summary>
public sealed class OpeningTests : SweepCase
{
    private const string Survey = "group3_task2";
    private const string Opened = "Уже можно выполнять: ";

    [Fact]
    public async Task Before_its_hour_it_cannot_be_closed_and_from_then_on_it_can()
    {
        await World.MoveClock(At("2022-01-24 11:59"));
        await Press();
        Assert.Equal("Пока рано: откроется 24 января в 12:00.", World.Channel.Toasts.Last().Toast);
        Assert.True((await Owed()).IsOpen);

        await World.MoveClock(At("2022-01-24 12:00"));
        await Press();
        Assert.True((await Owed()).IsReceived);
    }

    [Fact]
    public async Task What_begins_with_a_day_cannot_be_closed_on_the_day_before()
    {
        await Change(async db => (await db.Tasks.SingleAsync(task => task.Id == Survey)).OpensAt = null);
        await World.MoveClock(At("2022-01-23 23:59"));
        await Press();
        Assert.Equal("Пока рано: это можно делать с 24 января.", World.Channel.Toasts.Last().Toast);

        await World.MoveClock(At("2022-01-24 00:00"));
        await Press();
        Assert.True((await Owed()).IsReceived);
        Assert.DoesNotContain(Heard(Curator), IsOpening);
    }

    [Fact]
    public async Task At_its_hour_those_who_owe_it_hear_so_once_and_can_close_it_at_once()
    {
        await World.MoveClock(At("2022-01-24 11:59"));
        Assert.DoesNotContain(Heard(Curator), IsOpening);

        await World.MoveClock(At("2022-01-24 12:00"));
        var said = Assert.Single(Heard(Curator), IsOpening);
        Assert.Contains("Анкетирование кураторов", said, StringComparison.Ordinal);
        Assert.Contains("Срок 25 января", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Heard(Teacher), IsOpening);

        await World.Restart();
        await World.MoveClock(At("2022-01-24 12:10"));
        await World.MoveClock(At("2022-01-24 20:00"));
        Assert.Single(Heard(Curator), IsOpening);
        await new Phone(World, Curator).Presses(said.Contains('\n') ? "Готово: 1" : "Готово");
        Assert.False((await Owed()).IsOpen);
    }

    [Fact]
    public async Task What_is_closed_by_then_is_not_told_and_neither_is_it_on_another_day()
    {
        await Change(async db => (await ObligationOf(db, Survey)).End(Outcome.Excused, 1, World.Clock.Now));
        await World.MoveClock(At("2022-01-24 12:00"));
        Assert.DoesNotContain(Heard(Curator), text => IsOpening(text) && text.Contains("№3"));

        await Change(async db => (await ObligationOf(db, Survey)).Reopen());
        await World.MoveClock(At("2022-01-25 12:00"));
        Assert.DoesNotContain(Heard(Curator), text => IsOpening(text) && text.Contains("№3"));
    }

    [Fact]
    public async Task Where_noon_comes_earlier_it_opens_earlier_and_she_hears_of_it_from_her_hour_on()
    {
        await Change(async db => (await ObligationOf(db, Survey)).TimeZone = "Asia/Novokuznetsk");

        await World.MoveClock(At("2022-01-24 07:59"));
        await Press();
        Assert.True((await Owed()).IsOpen);
        await World.MoveClock(At("2022-01-24 08:00"));
        Assert.DoesNotContain(Heard(Curator), IsOpening);
        await World.MoveClock(At("2022-01-24 09:00"));
        Assert.Contains(Heard(Curator), IsOpening);
        await Press();
        Assert.True((await Owed()).IsReceived);
    }

    [Fact]
    public async Task In_her_pause_she_is_left_in_peace()
    {
        await Wish(Curator, wish => wish.PausedUntil = new DateOnly(2022, 1, 31));

        await World.MoveClock(At("2022-01-24 12:00"));

        Assert.DoesNotContain(Heard(Curator), IsOpening);
    }

    private static bool IsOpening(string text) => text.StartsWith(Opened.TrimEnd(), StringComparison.Ordinal);

    private Task<Obligation> Owed() => World.Read(db => ObligationOf(db, Survey));

    /// <summary>«Готово» of the survey, in a message that stands in her chat.</summary>
    private async Task Press()
    {
        var done = ObligationActions.DoneOf(await Owed());
        var phone = new Phone(World, Curator);
        await phone.Says("/tasks");
        var shown = World
            .Channel.Shown.Where(pair => pair.Key.Chat == Curator)
            .OrderByDescending(pair => pair.Key.Message)
            .Select(pair => pair.Value)
            .First(message => message.Choices.SelectMany(row => row).Any(choice => choice.Action == done));
        var place = shown.Choices.SelectMany(row => row).ToList().FindIndex(choice => choice.Action == done);
        await World.Receive(phone.PressData(ButtonId.Of(shown.Id, place)));
    }
}
