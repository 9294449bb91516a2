using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Daily;

/// <summary>«🔔 Напоминания» under «/me»: at which hour they come, and a pause.</summary>
public sealed class MorningActions(Wishes wishes) : IAction
{
    public const string Open = "mornings.open";
    private const string Card = "mornings.card";
    private const string Hours = "mornings.hours";
    private const string Hour = "mornings.hour";
    private const string Pause = "mornings.pause";
    private const string Resume = "mornings.resume";
    private const int HoursInRow = 4;

    public IEnumerable<string> Names => [Open, Card, Hours, Hour, Pause, Resume];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument) =>
        name switch
        {
            Open => Reply.With(await ShowCard(turn)),
            Card => Reply.With(await EditToCard(turn)),
            Hours => Reply.With(await AskHour(turn)),
            Hour => await SetHour(turn, argument),
            Pause => Reply.Opens(PauseForm.FormName),
            _ => await EndPause(turn),
        };

    private async Task<Reply> SetHour(TurnContext turn, string argument)
    {
        if (
            !int.TryParse(argument, CultureInfo.InvariantCulture, out var hour)
            || hour is < Morning.EarliestHour or > Morning.LatestHour
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        await wishes.SetHour(turn, hour);
        await turn.Db.SaveChangesAsync();
        return Reply
            .With(await EditToCard(turn))
            .WithToast(turn.Texts.Plain("mornings.hourSet", ("hour", hour)));
    }

    private async Task<Reply> EndPause(TurnContext turn)
    {
        await wishes.SetPause(turn, null);
        await turn.Db.SaveChangesAsync();
        return Reply.With(await EditToCard(turn)).WithToast(turn.Texts.Plain("mornings.resumed"));
    }

    private async Task<OutgoingMessage> ShowCard(TurnContext turn)
    {
        var (text, choices) = await CardOf(turn);
        return turn.Say(text) with { Choices = choices };
    }

    private async Task<OutgoingMessage> EditToCard(TurnContext turn)
    {
        var (text, choices) = await CardOf(turn);
        return turn.EditPressed(text, [.. choices]);
    }

    private async Task<(RichText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices)> CardOf(TurnContext turn)
    {
        var morning = await wishes.MorningOf(turn);
        var text = new RichTextBuilder().Line(turn.Text("mornings.card", ("hour", morning.Hour)));
        if (morning.PausedUntil is not { } until || until <= turn.Today)
            return (
                text.Build(),
                [
                    [turn.Button("mornings.hours", $"{Hours}:")],
                    [turn.Button("mornings.pause", $"{Pause}:")],
                ]
            );
        text.EmptyLine().Line(PauseForm.Say(turn, "mornings.paused", until));
        return (
            text.Build(),
            [
                [turn.Button("mornings.resume", $"{Resume}:")],
                [turn.Button("mornings.hours", $"{Hours}:")],
                [turn.Button("mornings.otherPause", $"{Pause}:")],
            ]
        );
    }

    private async Task<OutgoingMessage> AskHour(TurnContext turn)
    {
        var chosen = (await wishes.MorningOf(turn)).Hour;
        var hours = Enumerable
            .Range(Morning.EarliestHour, Morning.LatestHour - Morning.EarliestHour + 1)
            .Select(hour => new Choice(
                turn.Texts.Plain(hour == chosen ? "mornings.hourChosen" : "mornings.hour", ("hour", hour)),
                string.Create(CultureInfo.InvariantCulture, $"{Hour}:{hour}")
            ));
        return turn.EditPressed(
            turn.Text("mornings.askHour"),
            [
                .. hours.Chunk(HoursInRow).Select(IReadOnlyList<Choice> (row) => row),
                [turn.Button("forms.back", $"{Card}:")],
            ]
        );
    }
}
