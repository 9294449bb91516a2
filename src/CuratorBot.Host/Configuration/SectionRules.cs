using CuratorBot.Advice;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Limits;
using CuratorBot.Events.Review;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Jobs;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging.Sending;
using CuratorBot.Privacy;

namespace CuratorBot.Host.Configuration;

/// <summary>What must hold of the values of a section, beside that each can be read.</summary>
internal static class SectionRules
{
    private const double MostDays = 3650;
    private static readonly TimeSpan LongestAfterWithdrawal = TimeSpan.FromDays(30);

    public static SendingOptions Sending(SettingReader reader)
    {
        var sending = reader.Read<SendingOptions>("Sending");
        reader.Demand(
            sending
                is {
                    MessagesPerSecond: > 0,
                    MessagesPerSecondPerChat: > 0,
                    InFlight: null or > 0,
                    Hanging: >= 0
                },
            "Sending: the rates and InFlight must be above 0, Hanging at least 0."
        );
        return sending;
    }

    public static LimitsOptions Limits(SettingReader reader)
    {
        var limits = reader.Read<LimitsOptions>("Limits");
        reader.Demand(limits.IsUsable, "Limits: every setting must be above 0.");
        return limits;
    }

    public static InvitationOptions Invitations(SettingReader reader)
    {
        var invitations = reader.Read<InvitationOptions>("Invitations");
        reader.Demand(invitations.IsUsable, "Invitations: every setting must be above 0.");
        reader.Demand(
            invitations.ValidDays <= MostDays,
            $"Invitations:ValidDays must be {MostDays} at most."
        );
        return invitations;
    }

    public static DraftOptions Drafts(SettingReader reader)
    {
        var drafts = reader.Read<DraftOptions>("Drafts");
        reader.Demand(
            drafts.IsPossible,
            "Drafts: the times must be above 0, MostNudges at least 0, MostOfAForm at least 1."
        );
        return drafts;
    }

    public static RetentionOptions Retention(SettingReader reader)
    {
        var retention = reader.Read<RetentionOptions>(RetentionOptions.Section);
        reader.Demand(retention.AreAboveZero, "Retention: each term must be above 0.");
        reader.Demand(
            retention.AfterWithdrawal <= LongestAfterWithdrawal,
            "Retention:AfterWithdrawal must be 30 days at most: the law allows no more."
        );
        reader.Demand(
            retention.MessageTexts <= retention.Messages,
            "Retention:MessageTexts must not be longer than Retention:Messages: a text goes with its message."
        );
        return retention;
    }

    public static ReviewOptions Review(SettingReader reader)
    {
        var review = reader.Read<ReviewOptions>("Review");
        reader.Demand(review.IsPossible, "Review: the times must be above 0.");
        return review;
    }

    public static AdviceOptions Advice(SettingReader reader)
    {
        var advice = reader.Read<AdviceOptions>("Advice");
        reader.Demand(
            advice.IsPossible,
            "Advice: the working days must be at least 1, each more than the one before."
        );
        return advice;
    }

    public static EvidenceOptions Evidence(SettingReader reader)
    {
        var evidence = reader.Read<EvidenceOptions>("Evidence");
        reader.Demand(evidence.IsPossible, "Evidence:MostGigabytes must be above 0.");
        return evidence;
    }

    public static DashboardKey? Jobs(SettingReader reader)
    {
        var key = reader.Read<JobsOptions>(JobsOptions.Section).DashboardKey;
        reader.Demand(
            key.Length is 0 or >= JobsOptions.ShortestKey,
            $"Jobs:DashboardKey must be {JobsOptions.ShortestKey} characters at least, or not be set."
        );
        return key.Length == 0 ? null : new DashboardKey(key);
    }

    public static BackupPlan Backup(SettingReader reader, string dataDirectory, bool playground)
    {
        var backup = reader.Read<BackupOptions>(BackupOptions.Section);
        reader.Demand(backup.IsPossible, "Backup: Keep must be at least 0, At from 0 to 23.");
        return new BackupPlan(
            Path.GetFullPath(backup.Directory ?? Path.Combine(dataDirectory, "backups")),
            backup.Keep ?? (playground ? 0 : BackupOptions.UsuallyKept),
            backup.At
        );
    }
}
