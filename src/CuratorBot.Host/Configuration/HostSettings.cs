using CuratorBot.Advice;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Limits;
using CuratorBot.Events.Review;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Host.Jobs;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging.Sending;
using CuratorBot.Privacy;

namespace CuratorBot.Host.Configuration;

/// <summary>What the configuration comes to, with the defaults filled in.</summary>
public sealed record HostSettings
{
    public required bool Playground { get; init; }

    /// <summary>Whether Telegram can be asked; a command does without.</summary>
    public required bool HasToken { get; init; }
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
    public required BackupPlan Backup { get; init; }

    /// <summary>Who may see the jobs; null: nobody.</summary>
    public required DashboardKey? DashboardKey { get; init; }

    /// <summary>For a command, which needs no token: the data themselves say whether they are a playground's.</summary>
    /// <exception cref="SettingsRefused">Settings cannot work; the message says which and why, all of them.</exception>
    public static HostSettings Read(IConfiguration configuration) => Read(configuration, forBot: false);

    /// <summary>For the bot, which is a real one or a playground, and never the latter by mistake.</summary>
    /// <exception cref="SettingsRefused">Settings cannot work; the message says which and why, all of them.</exception>
    public static HostSettings ForBot(IConfiguration configuration) => Read(configuration, forBot: true);

    private static HostSettings Read(IConfiguration configuration, bool forBot)
    {
        var reader = new SettingReader(configuration);
        if (configuration is IConfigurationManager manager)
            reader.Note(SecretFiles.AddTo(manager));
        reader.Note(SettingNames.Problems(configuration));
        var read = Sections(configuration, reader, forBot);
        if (forBot)
            reader.Note(HostAddresses.Problems(configuration, read.Playground));
        return reader.Problems.Count == 0 ? read : throw new SettingsRefused(reader.Problems);
    }

    private static HostSettings Sections(IConfiguration configuration, SettingReader reader, bool forBot)
    {
        var storage = reader.Read<StorageOptions>(StorageOptions.Section);
        var telegram = reader.Read<TelegramOptions>(TelegramOptions.Section);
        var demo = reader.Read<DemoOptions>(DemoOptions.Section);
        var choice = reader.Read<PlaygroundChoice>(PlaygroundChoice.Section);
        StorageRules.Judge(storage, reader);
        var mayPlay = telegram.Token.Length == 0;
        var (directory, connection) = StorageRules.Places(storage, mayPlay);
        var playground = forBot
            ? PlaygroundRules.Opens(configuration, choice, reader)
            : mayPlay && PlaygroundMark.IsOn(connection);
        if (!playground && !mayPlay)
            reader.Note(TelegramOptionsValidator.Problems(telegram));
        return new HostSettings
        {
            Playground = playground,
            HasToken = !mayPlay,
            DemoSeed = demo.Seed ?? playground,
            DemoClock = demo.Clock ?? playground,
            ChecksLinks = reader.Read<LinksOptions>(LinksOptions.Section).Check ?? !playground,
            DataDirectory = directory,
            ConnectionString = connection,
            WaitForOther = storage.WaitForOther,
            Sending = SectionRules.Sending(reader),
            Limits = SectionRules.Limits(reader),
            Invitations = SectionRules.Invitations(reader),
            Drafts = SectionRules.Drafts(reader),
            Retention = SectionRules.Retention(reader),
            Review = SectionRules.Review(reader),
            Advice = SectionRules.Advice(reader),
            Evidence = SectionRules.Evidence(reader),
            Backup = SectionRules.Backup(reader, directory, playground),
            DashboardKey = SectionRules.Jobs(reader),
        };
    }
}
