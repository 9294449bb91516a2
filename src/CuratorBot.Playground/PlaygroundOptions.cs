namespace CuratorBot.Playground;

/// <summary>How one Bot API server of our own behaves. Every member has a default that suits a test.</summary>
public sealed record PlaygroundOptions
{
    /// <summary>The only token that is let in; null lets every token in.</summary>
    public string? Token { get; init; }

    public long BotId { get; init; } = 500_000_001;
    public string BotName { get; init; } = "Playground";
    public string BotUsername { get; init; } = "playground_bot";

    /// <summary>The people who get a phone on the page.</summary>
    public IReadOnlyList<PlaygroundPerson> Cast { get; init; } = [];

    /// <summary>Stamps messages. A demo passes the clock that its visitors move.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Drives time-outs, limits, expiry and back-off; stays real when <see cref="Clock"/> is moved.</summary>
    public TimeProvider Timers { get; init; } = TimeProvider.System;

    /// <summary>Null starts at the unix time in seconds, so that a restart never gives out an id twice.</summary>
    public long? FirstUpdateId { get; init; }

    public int FirstMessageId { get; init; } = 1;

    /// <summary>Null means that nothing is ever refused for being too frequent.</summary>
    public PlaygroundLimits? Limits { get; init; }

    /// <summary>False counts requests without remembering them; a load needs this.</summary>
    public bool KeepRequests { get; init; } = true;

    /// <summary>False forgets messages as soon as they are answered; a load needs this. Edits then fail.</summary>
    public bool KeepMessages { get; init; } = true;

    /// <summary>True takes messages for chats that never wrote, and answers to presses that were never made, as
    /// when updates were preloaded as bytes. The Bot API refuses both.</summary>
    public bool AcceptUnknownChats { get; init; }

    /// <summary>A JSON file that brings chats through a restart; null forgets them.</summary>
    public string? StateFile { get; init; }

    /// <summary>Where the contents of files are kept; null keeps them in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The heading of the page.</summary>
    public string Title { get; init; } = "Playground";

    /// <summary>Where the page reads and moves the clock: GET and POST of <c>{"now": …}</c>. Null hides it.</summary>
    public string? ClockUrl { get; init; }

    /// <summary>How long a press may wait for answerCallbackQuery before it is "too old".</summary>
    public TimeSpan CallbackAnswerWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A press that nobody fetched is dropped after this time, as the official server does.</summary>
    public TimeSpan PressExpiresAfter { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>Any other update that nobody fetched is dropped after this time.</summary>
    public TimeSpan UpdateExpiresAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The pause after the first failed webhook delivery; each further one doubles, up to a minute.</summary>
    public TimeSpan WebhookFirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Used by <see cref="PlaygroundServer"/> only; 0 takes a free port of 127.0.0.1.</summary>
    public int Port { get; init; }
}

/// <summary>Who owns a phone on the page.</summary>
/// <param name="UserId">Also the id of the private chat.</param>
/// <param name="Caption">What stands above the phone, such as the person's role.</param>
/// <param name="StartText">What the start button of an empty chat sends; "/start" when null.</param>
/// <param name="PhoneNumber">Shared by a request_contact button.</param>
/// <param name="HasStarted">True for somebody who knows the bot already, so that it may write to her first.</param>
public sealed record PlaygroundPerson(
    long UserId,
    string FirstName,
    string? LastName = null,
    string? Caption = null,
    string? StartText = null,
    string? PhoneNumber = null,
    bool HasStarted = false
);

/// <summary>How often a bot may send before it hears 429.</summary>
public sealed record PlaygroundLimits
{
    /// <summary>Messages a second over all chats; 0 switches this limit off.</summary>
    public double PerSecond { get; init; } = 30;

    /// <summary>Messages a second in one chat; 0 switches this limit off.</summary>
    public double PerChatPerSecond { get; init; } = 1;

    /// <summary>How many messages one chat takes at once before <see cref="PerChatPerSecond"/> is felt.</summary>
    public int ChatBurst { get; init; } = 3;
}
