using CuratorBot.Host.Telegram.BotApi.Types;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>The envelope of a refusal.</summary>
internal sealed record ErrorAnswer
{
    public bool? Ok { get; init; }
    public int? ErrorCode { get; init; }
    public string? Description { get; init; }
    public ResponseParameters? Parameters { get; init; }
}
