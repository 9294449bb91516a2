using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace CuratorBot.Host.Jobs;

/// <summary>What the operator shows to see the jobs. Only its hash is kept, so nothing can print it.</summary>
public sealed class DashboardKey(string key)
{
    private readonly byte[] _hash = HashOf(key);

    /// <summary>Whether that header holds it, as the password of any user.</summary>
    public bool IsIn(string? authorization) =>
        PasswordIn(authorization) is { } given
        && CryptographicOperations.FixedTimeEquals(HashOf(given), _hash);

    private static string? PasswordIn(string? authorization)
    {
        if (
            !AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var bytes = new byte[header.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", bytes, out var length))
            return null;
        var words = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(':', 2);
        return words.ElementAtOrDefault(1);
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
