using System.Net;
using System.Net.Sockets;
using CuratorBot.Conversations.Arriving;

namespace CuratorBot.Host.Links;

/// <summary>Which way a look may go.</summary>
/// <param name="IsAllowed">Asked of the very address that is connected to, after the name was resolved.</param>
/// <param name="IsAllowedPort">Of each link on the way.</param>
/// <param name="Patience">For all of the way.</param>
public sealed record LinkRules(
    Func<IPAddress, bool> IsAllowed,
    Func<int, bool> IsAllowedPort,
    TimeSpan Patience
)
{
    public static readonly LinkRules OfTheInternet = new(
        PublicAddress.Is,
        port => port is 80 or 443,
        TimeSpan.FromSeconds(8)
    );
}

/// <summary>
/// Asks for the head of a page and reads nothing of its body. Every step of the way, redirects too, must lead to
/// a public address: a link never makes this machine knock at its own network. Whatever goes wrong on the way is
/// <see cref="LinkState.Unknown"/>.
/// </summary>
public sealed class HttpLinkProbe : ILinkProbe, IDisposable
{
    private const int MostRedirects = 5;
    private const int MostHeaderKilobytes = 32;

    private readonly LinkRules _rules;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public HttpLinkProbe(LinkRules rules, TimeProvider clock)
    {
        (_rules, _clock) = (rules, clock);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                Credentials = null,
                ConnectCallback = Connect,
                MaxResponseHeadersLength = MostHeaderKilobytes,
                MaxResponseDrainSize = 0,
                PooledConnectionLifetime = TimeSpan.Zero,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("CuratorBot/1.0");
    }

    public async Task<LinkState> Look(Uri link, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_rules.Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await Follow(link, either.Token);
        }
        catch (Exception error) when (IsOfTheWay(error) && !cancellation.IsCancellationRequested)
        {
            return LeadsInside(error) ? LinkState.NotPublic : LinkState.Unknown;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<LinkState> Follow(Uri link, CancellationToken cancellation)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (!IsAllowed(link))
                return LinkState.NotPublic;
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            using var answer = await _client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
            if (answer.StatusCode is not (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest))
                return StateOf(answer.StatusCode);
            if (NextAfter(link, answer) is not { } next)
                return LinkState.Unknown;
            link = next;
        }
        return LinkState.Unknown;
    }

    /// <summary>Null where the server names no place. The reader of addresses itself fails over some that it is given.</summary>
    private static Uri? NextAfter(Uri link, HttpResponseMessage answer)
    {
        try
        {
            return answer.Headers.Location is { } location && Uri.TryCreate(link, location, out var next)
                ? next
                : null;
        }
        catch (Exception error)
            when (error is IndexOutOfRangeException or UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    private bool IsAllowed(Uri link) =>
        (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
        && link.UserInfo.Length == 0
        && Uri.CheckHostName(link.IdnHost.Trim('[', ']')) != UriHostNameType.Unknown
        && _rules.IsAllowedPort(link.Port);

    private static LinkState StateOf(HttpStatusCode status) =>
        status switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => LinkState.Answers,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkState.Gone,
            _ => LinkState.Unknown,
        };

    /// <summary>The address that was asked about is the one that is connected to: a name cannot change in between.</summary>
    private async ValueTask<Stream> Connect(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = addresses.Where(_rules.IsAllowed).ToArray();
        if (allowed.Length == 0)
            throw new LeadsInsideException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsOfTheWay(Exception error) =>
        error
            is HttpRequestException
                or IOException
                or SocketException
                or OperationCanceledException
                or LeadsInsideException;

    private static bool LeadsInside(Exception? error) =>
        error is not null && (error is LeadsInsideException || LeadsInside(error.InnerException));

    private sealed class LeadsInsideException() : IOException("The link leads into a private network.");
}
