namespace CuratorBot.Conversations.Arriving;

/// <summary>What a look at a link came to.</summary>
public enum LinkState
{
    /// <summary>Nobody could say: no network, no answer in time, an answer for people who are logged in.</summary>
    Unknown = 0,
    Answers = 1,

    /// <summary>The site answers, and has nothing there.</summary>
    Gone = 2,

    /// <summary>It leads into a private network, or by a way that is not looked at.</summary>
    NotPublic = 3,
}

/// <summary>Looks whether a link that a person gave answers. Never within a turn.</summary>
public interface ILinkProbe
{
    /// <summary>Never throws but for the cancellation.</summary>
    Task<LinkState> Look(Uri link, CancellationToken cancellation);
}

/// <summary>Where no link is looked at.</summary>
public sealed class NoLinkProbe : ILinkProbe
{
    public Task<LinkState> Look(Uri link, CancellationToken cancellation) =>
        Task.FromResult(LinkState.Unknown);
}
