using CuratorBot.Advice;
using CuratorBot.Conversations;
using CuratorBot.Events.Review;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Privacy;

namespace CuratorBot.Host.Configuration;

/// <summary>What the configuration comes to, with the defaults filled in.</summary>
public sealed record HostSettings
{
    public required bool Playground { get; init; }
    public required bool DemoSeed { get; init; }
    public required bool DemoClock { get; init; }

    /// <summary>Whether links that people give as proof are asked for, so that wrong ones are seen at once.</summary>
    public required bool ChecksLinks { get; init; }

    /// <summary>Absolute.</summary>
    public required string DataDirectory { get; init; }
    public required string ConnectionString { get; init; }

    /// <summary>How long to wait for another process that holds the data directory.</summary>
    public required TimeSpan WaitForOther { get; init; }
    public required SendingOptions Sending { get; init; }
    public required LimitsOptions Limits { get; init; }
    public required InvitationOptions Invitations { get; init; }
    public required DraftOptions Drafts { get; init; }
    public required RetentionOptions Retention { get; init; }
    public required ReviewOptions Review { get; init; }
    public required AdviceOptions Advice { get; init; }
    public required EvidenceOptions Evidence { get; init; }

    /// <exception cref="InvalidOperationException">A setting cannot work; the message says which and why.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var demo = configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new();
        var sending = configuration.GetSection("Sending").Get<SendingOptions>() ?? new();
        var invitations = configuration.GetSection("Invitations").Get<InvitationOptions>() ?? new();
        var drafts = configuration.GetSection("Drafts").Get<DraftOptions>() ?? new();
        var review = configuration.GetSection("Review").Get<ReviewOptions>() ?? new();
        var advice = configuration.GetSection("Advice").Get<AdviceOptions>() ?? new();
        var evidence = configuration.GetSection("Evidence").Get<EvidenceOptions>() ?? new();
        var limits = configuration.GetSection("Limits").Get<LimitsOptions>() ?? new();
        var playground = string.IsNullOrEmpty(configuration[$"{TelegramOptions.Section}:Token"]);
        if (!storage.Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(
                "Storage:Provider must be sqlite; it is the only one so far."
            );
        if (storage.WaitForOther < TimeSpan.Zero)
            throw new InvalidOperationException("Storage:WaitForOther must not be below 0.");
        if (sending.MessagesPerSecond <= 0 || sending.MessagesPerSecondPerChat <= 0)
            throw new InvalidOperationException("Sending: the rates must be above 0.");
        if (!invitations.IsUsable)
            throw new InvalidOperationException("Invitations: every setting must be above 0.");
        if (!drafts.IsPossible)
            throw new InvalidOperationException(
                "Drafts: the times must be above 0, MostNudges at least 0, MostOfAForm at least 1."
            );
        if (!review.IsPossible)
            throw new InvalidOperationException("Review: the times must be above 0.");
        if (!advice.IsPossible)
            throw new InvalidOperationException(
                "Advice: the working days must be at least 1, each more than the one before."
            );
        if (!evidence.IsPossible)
            throw new InvalidOperationException("Evidence:MostGigabytes must be above 0.");
        if (!limits.IsUsable)
            throw new InvalidOperationException("Limits: every setting must be above 0.");
        var directory = Path.GetFullPath(storage.DataDirectory ?? (playground ? "data/demo" : "data"));
        return new HostSettings
        {
            Playground = playground,
            DemoSeed = demo.Seed ?? playground,
            DemoClock = demo.Clock ?? playground,
            ChecksLinks = configuration.GetValue<bool?>("Links:Check") ?? !playground,
            DataDirectory = directory,
            ConnectionString =
                storage.ConnectionString ?? $"Data Source={Path.Combine(directory, "curatorbot.db")}",
            WaitForOther = storage.WaitForOther,
            Sending = sending,
            Limits = limits,
            Invitations = invitations,
            Drafts = drafts,
            Retention = Terms(configuration),
            Review = review,
            Advice = advice,
            Evidence = evidence,
        };
    }

    private static RetentionOptions Terms(IConfiguration configuration)
    {
        var retention = configuration.GetSection(RetentionOptions.Section).Get<RetentionOptions>() ?? new();
        return retention.AreAboveZero
            ? retention
            : throw new InvalidOperationException("Retention: each term must be above 0.");
    }
}
