using System.Reflection;

namespace CuratorBot.Host;

/// <summary>Which version runs: for <c>--version</c>, the start and <c>/health</c>.</summary>
public static class ProductVersion
{
    private const int HashLength = 9;

    /// <summary>Such as «0.9.0+1a2b3c4d5», with the commit that it was built from where that is known.</summary>
    public static string Text { get; } =
        Shortened(
            typeof(ProductVersion)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion
        );

    private static string Shortened(string version) =>
        version.Split('+') is [var number, { Length: > HashLength } commit]
            ? $"{number}+{commit[..HashLength]}"
            : version;
}
