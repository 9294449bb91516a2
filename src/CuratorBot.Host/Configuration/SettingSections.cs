using System.Reflection;
using CuratorBot.Advice;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Limits;
using CuratorBot.Events.Review;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Jobs;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging.Sending;
using CuratorBot.Privacy;

namespace CuratorBot.Host.Configuration;

/// <summary>Every section that is ours. A setting of such a section that its class does not have is a mistake.</summary>
internal static class SettingSections
{
    /// <summary>The setting of this name holds the path of a file with the value of the one before the ending.</summary>
    public const string FileEnding = "_FILE";

    /// <summary>What should not stand in an environment that others can read.</summary>
    public static readonly IReadOnlyList<string> Secrets =
    [
        $"{TelegramOptions.Section}:{nameof(TelegramOptions.Token)}",
        $"{TelegramOptions.Section}:{nameof(TelegramOptions.WebhookSecret)}",
        $"{JobsOptions.Section}:{nameof(JobsOptions.DashboardKey)}",
    ];

    public static readonly IReadOnlyDictionary<string, Type> All = new Dictionary<string, Type>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [TelegramOptions.Section] = typeof(TelegramOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [PlaygroundChoice.Section] = typeof(PlaygroundChoice),
        [DemoOptions.Section] = typeof(DemoOptions),
        ["Sending"] = typeof(SendingOptions),
        ["Invitations"] = typeof(InvitationOptions),
        ["Limits"] = typeof(LimitsOptions),
        [LinksOptions.Section] = typeof(LinksOptions),
        ["Drafts"] = typeof(DraftOptions),
        [RetentionOptions.Section] = typeof(RetentionOptions),
        ["Review"] = typeof(ReviewOptions),
        ["Advice"] = typeof(AdviceOptions),
        ["Evidence"] = typeof(EvidenceOptions),
        [JobsOptions.Section] = typeof(JobsOptions),
        [BackupOptions.Section] = typeof(BackupOptions),
    };

    /// <summary>The settings of a section; what is computed of them is none.</summary>
    public static IEnumerable<PropertyInfo> SettingsOf(Type section) =>
        section
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite);

    /// <summary>Every name that may stand in a section.</summary>
    public static IEnumerable<string> NamesIn(string section) =>
        SettingsOf(All[section])
            .Select(property => property.Name)
            .Concat(
                Secrets
                    .Where(key => key.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase))
                    .Select(key => key[(section.Length + 1)..] + FileEnding)
            );
}
