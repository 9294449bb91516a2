using System.Globalization;

namespace CuratorBot.Messaging;

/// <summary>
/// What a button carries on the wire: the id of our message and the button's place in it. It names, it
/// grants nothing: every press reads the rights again.
/// </summary>
public static class ButtonId
{
    /// <summary>At most 23 bytes.</summary>
    public static string Of(long outboxId, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{outboxId}.{place}");

    public static bool TryRead(string? data, out long outboxId, out int place)
    {
        (outboxId, place) = (0, 0);
        var dot = data?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0
            && long.TryParse(
                data.AsSpan(0, dot),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out outboxId
            )
            && int.TryParse(data.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }
}
