using CuratorBot.Conversations.Arriving;
using CuratorBot.Files;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>What was made of a roster's file before the turn that answers.</summary>
internal abstract record PreparedRoster : IMeantForNoDraft
{
    private PreparedRoster() { }

    /// <param name="Upload">Not yet stored, or with a new answer of hers.</param>
    /// <param name="Corrections">The file that says what to correct; null when nothing is to be.</param>
    public sealed record Previewed(
        RosterUpload Upload,
        RosterPlan Plan,
        RichText Text,
        StoredFile? Corrections
    ) : PreparedRoster;

    /// <summary>The rows of an upload that is to be applied.</summary>
    public sealed record Reread(long UploadId, RosterFile.Read File) : PreparedRoster;
}
