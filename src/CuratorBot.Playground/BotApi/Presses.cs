using System.Globalization;
using CuratorBot.Playground.Log;

namespace CuratorBot.Playground.BotApi;

/// <summary>A press that was answered.</summary>
/// <param name="Took">From the press until the answer, by the real clock.</param>
public sealed record PressAnswer(
    string Id,
    long UserId,
    long ChatId,
    string Text,
    bool ShowAlert,
    TimeSpan Took
);

/// <summary>Button presses that still wait for answerCallbackQuery.</summary>
internal sealed class Presses(PlaygroundOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PressAnswer> _answers = new(StringComparer.Ordinal);
    private long _lastId = options.Timers.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    private sealed record Waiting(long UserId, long ChatId, long Since);

    public Signal Answered { get; } = new();

    public string Begin(long userId, long chatId)
    {
        lock (_gate)
        {
            var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            _waiting.Add(id, new Waiting(userId, chatId, options.Timers.GetTimestamp()));
            return id;
        }
    }

    public PressAnswer Answer(string id, string text, bool showAlert)
    {
        PressAnswer answer;
        lock (_gate)
        {
            if (!_waiting.Remove(id, out var press))
                return Unknown(id, text, showAlert);
            var took = options.Timers.GetElapsedTime(press.Since);
            if (took > options.CallbackAnswerWithin)
                throw TooOld();
            answer = new PressAnswer(id, press.UserId, press.ChatId, text, showAlert, took);
            if (options.KeepMessages)
                _answers.Add(id, answer);
        }
        Answered.Raise();
        return answer;
    }

    public PressAnswer? Find(string id)
    {
        lock (_gate)
            return _answers.GetValueOrDefault(id);
    }

    private PressAnswer Unknown(string id, string text, bool showAlert) =>
        options.AcceptUnknownChats ? new PressAnswer(id, 0, 0, text, showAlert, default) : throw TooOld();

    private static BotApiException TooOld() =>
        BotApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
}
