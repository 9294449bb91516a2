using System.Globalization;
using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Telegram;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Host.Health;

/// <summary>Looks every few seconds for what no part would notice of itself, because it waits.</summary>
internal sealed class HealthWatch(
    WriterProbe writer,
    Fetching fetching,
    Outbox outbox,
    Troubles troubles,
    RealTime realTime
) : BackgroundService
{
    private const string Answers = $"{Parts.Sending}:answers";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan UsualWaitForAnAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWaitForAnAnswer = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            writer.Look();
            fetching.Look();
            LookAtAnswers(outbox.Unstored, troubles);
            await realTime
                .Delay(BetweenLooks, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static void LookAtAnswers(UnstoredAnswers answers, Troubles troubles)
    {
        if (answers.OldestAge is { } age && age > UsualWaitForAnAnswer)
            troubles.Raise(
                Answers,
                age > LongestWaitForAnAnswer ? Severity.NeedsPerson : Severity.Passing,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{answers.Count} answers wait to be sent, the oldest for {age.TotalSeconds:0} seconds: the messenger does not answer, or sending is held up. See the log."
                )
            );
        else
            troubles.End(Answers);
    }
}
