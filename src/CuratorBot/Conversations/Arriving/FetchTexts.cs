using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Arriving;

/// <summary>What she is told, and what she can do, when a file of hers could not be fetched.</summary>
public static class FetchTexts
{
    /// <summary>Null when it was fetched.</summary>
    public static RichText? Refusal(TurnContext turn, IncomingFile file, FetchOutcome outcome) =>
        outcome switch
        {
            FetchOutcome.Fetched => null,
            FetchOutcome.TooBig => FilesQuestion.TooBig(turn, file),
            FetchOutcome.Gone => turn.Text("files.gone"),
            _ => turn.Text("files.failed"),
        };
}
