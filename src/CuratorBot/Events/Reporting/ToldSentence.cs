using System.Globalization;

namespace CuratorBot.Events.Reporting;

/// <summary>A sentence that a report may begin with, as it lies in the button that offers it.</summary>
/// <param name="MessageId">Her message, so that editing it revises the report.</param>
internal sealed record ToldSentence(long MessageId, string Text)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MessageId}:{Text}");

    /// <summary>Null when it is no sentence.</summary>
    public static ToldSentence? From(string stored) =>
        stored.Split(':', 2) is [var id, { Length: > 0 } text]
        && long.TryParse(id, CultureInfo.InvariantCulture, out var messageId)
            ? new ToldSentence(messageId, text)
            : null;
}
