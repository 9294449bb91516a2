using CuratorBot.Condition;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>What follows when the messenger asks for a pause, and what may not be asked of it meanwhile.</summary>
public sealed partial class Outbox
{
    private const string BotPart = $"{Parts.Sending}:bot";
    private const string ChatsPart = $"{Parts.Sending}:chats";

    /// <summary>The other side's clock is not ours.</summary>
    private const double PauseMargin = 1.05;

    /// <summary>A longer pause is no part of the day's work.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestSuspicion = TimeSpan.FromMinutes(1);

    /// <summary>A press that is answered later is forgotten by then.</summary>
    private static readonly TimeSpan PressWaits = TimeSpan.FromSeconds(10);

    /// <summary>How long the messenger wants to hear nothing of the bot; zero when it asked for no pause.</summary>
    public TimeSpan BotPauseLeft
    {
        get
        {
            lock (_lock)
            {
                var left = _pauses.BotUntil - _realTime.Elapsed;
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>The messenger refused something that is meant for no chat: the whole bot pauses.</summary>
    public void NoteRefused(string channel, TimeSpan pause)
    {
        lock (_lock)
            Pause(channel, PauseRow.WholeBot, pause, _realTime.Elapsed);
        Pump();
    }

    /// <summary>Stops the spinner of a pressed button. Not stored: after a while the messenger forgets it.</summary>
    public void AnswerPress(string channel, string pressId, string? toast) =>
        _ = Settle(channel, pressId, toast);

    private void NoteRefused(Flight flight, TimeSpan pause)
    {
        var row = flight.Message.Row;
        lock (_lock)
        {
            // The menu of a chat is the bot's own affair: it says nothing into the chat.
            var scope =
                flight.Message.Message.Kind == OutgoingKind.Menu
                    ? PauseRow.WholeBot
                    : _pauses.ScopeOf(row.ChatId, _realTime.Elapsed);
            Pause(row.Channel, scope, pause, flight.StartedAt);
        }
    }

    /// <param name="startedAt">When the request began that was refused.</param>
    private void Pause(string channel, long scope, TimeSpan asked, TimeSpan startedAt)
    {
        var (now, length) = (_realTime.Elapsed, asked * PauseMargin);
        if (scope == PauseRow.WholeBot)
            _queue.SlowDown(startedAt, now);
        else
            _queue.Suspect(now + (length < LongestSuspicion ? length : LongestSuspicion));
        length = Begin(scope, length, now);
        var until = _realTime.Now + length;
        Put(marks => marks.MarkPaused(channel, scope, until, length));
        LogRefused(
            _log,
            length > Long ? LogLevel.Error : LogLevel.Warning,
            scope == PauseRow.WholeBot ? "the whole bot" : "one chat",
            until
        );
    }

    /// <returns>How long it is from now; more than was asked for where an earlier one lasts longer.</returns>
    private TimeSpan Begin(long scope, TimeSpan length, TimeSpan now)
    {
        var until = _pauses.Begin(scope, now + length);
        if (scope == PauseRow.WholeBot)
            _queue.Pause(until);
        else
            _queue.Pause(scope, until, now);
        TellPauses(now);
        return until - now;
    }

    /// <summary>However the clock was set meanwhile, none lasts longer than it was asked for.</summary>
    private void TakeUpPauses(IReadOnlyList<PauseRow> rows)
    {
        lock (_lock)
        {
            foreach (var row in rows)
            {
                var (left, most) = (row.Until - _realTime.Now, TimeSpan.FromSeconds(row.Seconds));
                // What is over ends at the first look, and leaves the disk as every other pause does.
                Begin(row.ChatId, left < most ? left : most, _realTime.Elapsed);
            }
        }
    }

    private void EndPauses(TimeSpan now)
    {
        var over = _pauses.End(now);
        if (over.Count == 0)
            return;
        Put(marks =>
        {
            foreach (var scope in over)
                marks.MarkResumed(scope);
        });
        TellPauses(now);
    }

    private void TellPauses(TimeSpan now)
    {
        if (_pauses.BotUntil > now)
            _troubles.Raise(
                BotPart,
                SeverityUntil(_pauses.BotUntil - now),
                BotReason(_pauses.BotUntil - now)
            );
        else
            _troubles.End(BotPart);
        if (_pauses.Chats > 0)
            _troubles.Raise(
                ChatsPart,
                Severity.Passing,
                $"{(_pauses.Chats == 1 ? "One chat gets" : $"{_pauses.Chats} chats get")} nothing until {WallTime(_pauses.LastChatUntil - now)} at the latest: "
                    + "the messenger refused to take more for them. What waits for them is kept."
            );
        else
            _troubles.End(ChatsPart);
    }

    private static Severity SeverityUntil(TimeSpan left) =>
        left > Long ? Severity.NeedsPerson : Severity.Passing;

    private string BotReason(TimeSpan left) =>
        $"The messenger takes nothing from the bot until {WallTime(left)} (429). What waits is kept and goes out then"
        + (
            left > Long
                ? "; tell people who wait for an answer, and look in the log for what was sent so often."
                : "."
        );

    private string WallTime(TimeSpan left) => $"{_realTime.Now + left:yyyy-MM-dd HH:mm:ss} UTC";

    private async Task Settle(string channel, string pressId, string? toast)
    {
        try
        {
            var left = BotPauseLeft;
            if (left > PressWaits)
            {
                LogPressNotAnswered(_log, "the messenger wants a pause");
                return;
            }
            if (left > TimeSpan.Zero)
                await _realTime.Delay(left, _stopping.Token);
            var outcome = await _channels[channel].AnswerPress(pressId, toast, _stopping.Token);
            if (outcome is DeliveryOutcome.RetryAfter retry)
                NoteRefused(channel, retry.Pause);
            else if (outcome is not DeliveryOutcome.Delivered)
                LogPressNotAnswered(_log, outcome.ToString());
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogPressNotAnswered(_log, "the bot is stopping");
        }
    }

    [LoggerMessage(
        Message = "The messenger asked for a pause (429): {Scope} says nothing until {Until:yyyy-MM-dd HH:mm:ss} UTC"
    )]
    private static partial void LogRefused(ILogger log, LogLevel level, string scope, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "A press could not be answered: {Outcome}")]
    private static partial void LogPressNotAnswered(ILogger log, string outcome);
}
