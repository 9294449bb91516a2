namespace CuratorBot.Playground.Log;

/// <summary>One request of the bot and what it was told.</summary>
/// <param name="Sequence">From 1, in the order in which requests were answered.</param>
/// <param name="Parameters">The parameters as a JSON object; uploads appear as <c>"attach://name"</c>.</param>
/// <param name="Status">The HTTP status; 0 when the connection was cut instead.</param>
/// <param name="Response">The body that was sent, whole.</param>
/// <param name="At">When it arrived, by the real clock.</param>
/// <param name="Timestamp">The same as a timestamp of the timers' TimeProvider.</param>
/// <param name="ChatId">0 when the request is about no chat.</param>
public sealed record RequestRecord(
    long Sequence,
    string Method,
    string Parameters,
    int Status,
    string Response,
    DateTimeOffset At,
    long Timestamp,
    TimeSpan Took,
    long ChatId
);
