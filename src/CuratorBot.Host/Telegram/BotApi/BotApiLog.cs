using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>All that this client ever logs: the method, the outcome, the time. No address, no text, no description.</summary>
internal sealed partial class BotApiLog(ILogger logger)
{
    public void Called(BotApiMethod method, BotApiFailure? failure, TimeSpan took)
    {
        var isExpected = failure is null or BotApiFailure.Ambiguous { Why: BotApiTransport.GivenUp };
        var level = isExpected ? LogLevel.Debug : LogLevel.Warning;
        if (logger.IsEnabled(level))
            Call(logger, level, method.Name, Outcome(failure), took.TotalMilliseconds);
    }

    public void NotABatch() => UnreadableBatch(logger);

    private static string Outcome(BotApiFailure? failure) =>
        failure switch
        {
            null => "Ok",
            BotApiFailure.RetryAfter retry => $"RetryAfter {retry.Delay.TotalSeconds:0} s",
            BotApiFailure.Unreachable unreachable => $"Unreachable, {unreachable.Reason}",
            BotApiFailure.Rejected { IsQueryTooOld: true } => "too late for the toast",
            BotApiFailure.Rejected { IsMessageNotModified: true } => "nothing to change",
            BotApiFailure.Rejected rejected => $"Rejected {rejected.Code}",
            BotApiFailure.Failed failed => $"Failed {failed.Code}",
            BotApiFailure.Ambiguous ambiguous => $"Ambiguous, {ambiguous.Why}",
            BotApiFailure.NotSent notSent => $"NotSent, {notSent.Why}",
            _ => failure.Kind,
        };

    [LoggerMessage(Message = "Bot API {Method}: {Outcome} in {Milliseconds:0} ms")]
    private static partial void Call(
        ILogger logger,
        LogLevel level,
        string method,
        string outcome,
        double milliseconds
    );

    [LoggerMessage(LogLevel.Warning, "Bot API getUpdates: the answer holds no list of updates")]
    private static partial void UnreadableBatch(ILogger logger);
}
