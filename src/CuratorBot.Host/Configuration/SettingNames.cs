namespace CuratorBot.Host.Configuration;

/// <summary>
/// Finds names that nobody reads and that were meant to be ours: a setting that is misspelt would be the default,
/// silently, and a misspelt token would open the playground.
/// </summary>
internal static class SettingNames
{
    /// <summary>What others call the token.</summary>
    private static readonly string[] OtherNamesOfTheToken =
    [
        "telegrambottoken",
        "bottoken",
        "telegramapitoken",
    ];

    /// <summary>A line for each; values are never told.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        configuration.GetChildren().SelectMany(top => OfTop(configuration, top));

    private static IEnumerable<string> OfTop(IConfiguration configuration, IConfigurationSection top)
    {
        if (SettingSections.All.Keys.FirstOrDefault(name => Same(name, top.Key)) is { } section)
            return top.GetChildren().SelectMany(one => OfSection(section, one));
        if (top.GetChildren().Any())
            return NearestName.Of(top.Key, SettingSections.All.Keys) is { } meant
                ? [$"{top.Key}:… is no section of the settings. Did you mean {meant}?"]
                : [];
        return Flat(configuration, top.Key) is { } key
            ?
            [
                $"{top.Key} is not read by anything. As an environment variable it is {key.Replace(":", "__")}.",
            ]
            : [];
    }

    private static IEnumerable<string> OfSection(string section, IConfigurationSection one)
    {
        var names = SettingSections.NamesIn(section).ToList();
        if (names.Exists(name => Same(name, one.Key)))
        {
            if (one.GetChildren().Any())
                yield return $"{section}:{one.Key} is one setting and has no parts.";
            yield break;
        }
        var meant = NearestName.Of(one.Key, names) is { } near
            ? $"Did you mean {section}:{near}?"
            : $"There are: {string.Join(", ", names)}.";
        yield return $"{section}:{one.Key} is no setting. {meant}";
    }

    /// <summary>The setting that a name without any colon was meant for, and that is not set; null for others.</summary>
    private static string? Flat(IConfiguration configuration, string name)
    {
        var typed = Letters(name);
        return SettingSections
            .All.SelectMany(section =>
                SettingSections.NamesIn(section.Key).Select(one => (Section: section.Key, Name: one))
            )
            .Where(one => IsMeant(typed, one.Section, one.Name))
            .Select(one => $"{one.Section}:{one.Name}")
            .FirstOrDefault(key => string.IsNullOrEmpty(configuration[key]));
    }

    private static bool IsMeant(string typed, string section, string name)
    {
        var whole = Letters(section + name);
        return typed == whole
            || (
                typed.StartsWith(Letters(section), StringComparison.Ordinal)
                && NearestName.Distance(typed, whole) == 1
            )
            || (SettingSections.Secrets[0] == $"{section}:{name}" && OtherNamesOfTheToken.Contains(typed));
    }

    private static string Letters(string name) =>
        new([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static bool Same(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
