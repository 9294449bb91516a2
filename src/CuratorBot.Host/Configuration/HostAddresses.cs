namespace CuratorBot.Host.Configuration;

/// <summary>Where the host listens: what is set in any of the usual ways, else on this machine only.</summary>
internal static class HostAddresses
{
    public const string Default = "http://localhost:5080";

    private static readonly char[] Separators = [';', ','];

    /// <summary>Leaves alone <c>Urls</c>, <c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c> and Kestrel's own.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (Urls(configuration).Length == 0 && !HasPorts(configuration) && !HasEndpoints(configuration))
            builder.WebHost.UseUrls(Default);
    }

    /// <param name="playground">Then they must be of this machine, unless hosts are named under which it is reached.</param>
    public static IEnumerable<string> Problems(IConfiguration configuration, bool playground)
    {
        var isNamed = !string.IsNullOrEmpty(configuration["AllowedHosts"]);
        foreach (var url in Urls(configuration))
        {
            if (Parse(url) is not { } address)
                yield return $"Urls: '{url}' is no address such as {Default}.";
            else if (playground && !isNamed && !IsOfThisMachine(address.Host))
                yield return Open($"Urls: '{url}'");
        }
        if (playground && !isNamed && HasPorts(configuration) && Urls(configuration).Length == 0)
            yield return Open("HTTP_PORTS");
    }

    private static string Open(string setting) =>
        $"{setting} lets others than this machine in, and the playground asks nobody who she is. "
        + "Listen on localhost, or name the hosts under which it may be reached in AllowedHosts.";

    private static string[] Urls(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Split(
            Separators,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    private static bool HasPorts(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration["http_ports"])
        || !string.IsNullOrEmpty(configuration["https_ports"]);

    private static bool HasEndpoints(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    private static BindingAddress? Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is >= 0 and <= 65_535 ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (
            System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && System.Net.IPAddress.IsLoopback(address)
        );
}
