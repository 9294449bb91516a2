using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Messaging;

namespace CuratorBot.Events.Reporting;

/// <summary>How many people took part: «12», or of how many, «44 из 97».</summary>
internal sealed class PeopleQuestion(string key) : Question(key)
{
    public const int Most = 10_000;

    private readonly NumberQuestion _number = new(key, from: 0, to: Most);
    private readonly ShareQuestion _share = new(key);

    /// <summary>A percent alone is no count: then it is asked of how many.</summary>
    public override ValueTask<Reading> Read(Asking asking)
    {
        var typed = asking.Message.Kind == IncomingKind.Text ? TypedText.OneLine(asking.Message.Text) : "";
        return Share.Read(typed) is not null || typed.Contains('%', StringComparison.Ordinal)
            ? _share.Read(asking)
            : _number.Read(asking);
    }

    /// <summary>Null when they were not counted, which is not 0.</summary>
    public static int? CountIn(string? stored) => NumberQuestion.In(stored?.Split('/')[0]);

    /// <summary>Null when she did not say of how many.</summary>
    public static Share? ShareIn(string? stored) =>
        stored?.Contains('/', StringComparison.Ordinal) == true ? Share.Stored(stored) : null;
}
