using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Sentences;
using CuratorBot.Messaging;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// A plain sentence about an event, «Сегодня была в СОШ №3, консультация, 12 педагогов»: the same as
/// «/report» with it.
/// </summary>
internal sealed class ToldReport(ReportCommand report, ReportSentences sentences) : IUnasked
{
    public async Task<Reply?> Take(TurnContext turn)
    {
        if (turn.Message is not { Kind: IncomingKind.Text, Text: { } text } || !report.IsFor(turn.Who))
            return null;
        var read = await sentences.Read(turn, text);
        return read.Mood == SentenceMood.Other ? null : await report.Take(turn, text);
    }
}
