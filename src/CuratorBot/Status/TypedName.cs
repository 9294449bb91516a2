using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Status;

/// <summary>The name of a municipality or a school without a command: the same as «/status» with it.</summary>
internal sealed class TypedName(StatusCommand status) : IUnasked
{
    /// <summary>Names are short; a longer text, or a mere number, asks for something else.</summary>
    private const int MostWords = 6;
    private const int FewestLetters = 3;

    public async Task<Reply?> Take(TurnContext turn)
    {
        if (turn.Message is not { Kind: IncomingKind.Text, Text: { } typed })
            return null;
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > MostWords || typed.Count(char.IsLetter) < FewestLetters
            ? null
            : await status.Known(turn, typed.Trim());
    }
}
