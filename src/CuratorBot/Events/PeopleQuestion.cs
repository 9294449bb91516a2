using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.Messaging;

namespace CuratorBot.Events;

/// <summary>How many people took part: «12», or of how many, «44 из 97».</summary>
internal sealed class PeopleQuestion(string key) : Question(key)
{
    private readonly NumberQuestion _number = new(key, from: 0, to: ReportForm.MostPeople);
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
    public static int? CountIn(string? stored) =>
        stored is null ? null : int.Parse(stored.Split('/')[0], CultureInfo.InvariantCulture);

    /// <summary>Null when she did not say of how many.</summary>
    public static Share? ShareIn(string? stored) =>
        stored?.Contains('/', StringComparison.Ordinal) == true ? Share.Stored(stored) : null;
}
