using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Arriving;

/// <summary>A link in a message, and whether it answered before the turn.</summary>
public sealed record CheckedLink(string Link, LinkState State);

/// <summary>Looks at a link before the turn in which the open question takes it.</summary>
public sealed class LinkPreparation(ILinkProbe probe, FormEngine engine) : IPreparation
{
    public bool Concerns(IncomingMessage message, PressedButton? pressed) => LinkIn(message) is not null;

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation) =>
        LinkIn(turn.Message) is { } link && turn.Known is not null && await engine.TakesLink(turn)
            ? new CheckedLink(link.OriginalString, await probe.Look(link, cancellation))
            : null;

    /// <summary>The message, if it is one link and nothing else; without a scheme it is taken for https.</summary>
    public static Uri? LinkIn(IncomingMessage message)
    {
        var typed = TypedText.OneLine(message.Text);
        var withScheme = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        return
            message is { Kind: IncomingKind.Text, InGroup: false }
            && typed.Length is > 0 and <= LongestLink
            && !typed.Contains(' ', StringComparison.Ordinal)
            && Uri.TryCreate(withScheme, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.UserInfo.Length == 0
            && HostIn(withScheme).Contains('.', StringComparison.Ordinal)
            ? uri
            : null;
    }

    /// <summary>As it was typed: «45/1» would become an address of four numbers.</summary>
    private static string HostIn(string link) => link.Split("://", 2)[1].Split('/', '?', '#')[0];

    private const int LongestLink = 1000;
}
