namespace CuratorBot.Host.CommandLine;

/// <summary>
/// Tells settings on the command line (<c>--Storage:DataDirectory=…</c>, <c>--Urls …</c>) from the words of a
/// command. Settings may stand anywhere and hold for the bot as for every command.
/// </summary>
/// <param name="Settings">Each as <c>--Key=value</c>, as the configuration reads them.</param>
/// <param name="Rest">What remains: a command and its words; empty when the bot is to run.</param>
internal sealed record SettingWords(string[] Settings, string[] Rest)
{
    /// <summary>Keys of the framework that hold no colon.</summary>
    private static readonly string[] Plain = ["urls", "environment", "contentRoot", "applicationName"];

    /// <exception cref="RefusedException">A setting has no value; the message says which.</exception>
    public static SettingWords Split(string[] words)
    {
        var (settings, rest) = (new List<string>(), new List<string>());
        for (var place = 0; place < words.Length; place++)
        {
            var word = words[place];
            if (KeyOf(word) is not { } key)
                rest.Add(word);
            else if (word.Contains('='))
                settings.Add($"--{key}={word[(word.IndexOf('=') + 1)..]}");
            else if (place + 1 < words.Length && !words[place + 1].StartsWith('-'))
                settings.Add($"--{key}={words[++place]}");
            else
                throw new RefusedException(
                    ExitCodes.Usage,
                    $"The setting {NameOf(key)} has no value: --{NameOf(key)}=VALUE is expected."
                );
        }
        return new SettingWords([.. settings], [.. rest]);
    }

    /// <summary>Section and setting only: what follows may be a token that lost its «=».</summary>
    private static string NameOf(string key) => string.Join(':', key.Split(':').Take(2));

    private static string? KeyOf(string word)
    {
        var name = word.Split('=')[0];
        var key = name.TrimStart('-');
        var isSetting = key.Contains(':')
            ? key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is ':' or '_')
                && (name.StartsWith("--", StringComparison.Ordinal) || word.Contains('='))
            : name.StartsWith("--", StringComparison.Ordinal)
                && Plain.Contains(key, StringComparer.OrdinalIgnoreCase);
        return isSetting ? key : null;
    }
}
