using System.Text.Json.Serialization;

namespace CuratorBot.Host.Telegram.BotApi.Types;

public sealed record BotCommand : BotApiType
{
    /// <summary>1–32 of a-z, 0-9 and _, without the slash.</summary>
    public required string Command { get; init; }

    /// <summary>1–256 characters.</summary>
    public required string Description { get; init; }
}

/// <summary>Who sees a list of commands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats), "all_private_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats), "all_group_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators), "all_chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChat), "chat")]
[JsonDerivedType(typeof(BotCommandScopeChatAdministrators), "chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChatMember), "chat_member")]
public abstract record BotCommandScope : BotApiType;

public sealed record BotCommandScopeDefault : BotCommandScope;

public sealed record BotCommandScopeAllPrivateChats : BotCommandScope;

public sealed record BotCommandScopeAllGroupChats : BotCommandScope;

public sealed record BotCommandScopeAllChatAdministrators : BotCommandScope;

public sealed record BotCommandScopeChat(long ChatId) : BotCommandScope;

public sealed record BotCommandScopeChatAdministrators(long ChatId) : BotCommandScope;

public sealed record BotCommandScopeChatMember(long ChatId, long UserId) : BotCommandScope;
