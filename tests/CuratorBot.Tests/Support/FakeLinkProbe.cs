using CuratorBot.Conversations.Arriving;

namespace CuratorBot.Tests.Support;

/// <summary>The internet of the tests: what answers is told by the name of the host.</summary>
public sealed class FakeLinkProbe : ILinkProbe
{
    public Task<LinkState> Look(Uri link, CancellationToken cancellation) =>
        Task.FromResult(
            link.Host switch
            {
                "молчит.рф" or "xn--h1agcjf1c.xn--p1ai" => LinkState.Unknown,
                "10.0.0.1" => LinkState.NotPublic,
                _ => link.AbsolutePath.EndsWith("/net", StringComparison.Ordinal)
                    ? LinkState.Gone
                    : LinkState.Answers,
            }
        );
}
