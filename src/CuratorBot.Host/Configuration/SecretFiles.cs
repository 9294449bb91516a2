namespace CuratorBot.Host.Configuration;

/// <summary>
/// A secret may lie in a file that only the bot may read; <c>Telegram:Token_FILE</c> then says where. It is read
/// once, at the start.
/// </summary>
internal static class SecretFiles
{
    private const int Longest = 4096;

    /// <summary>Puts what the files hold into the configuration.</summary>
    /// <returns>A line for each that could not be read.</returns>
    public static IReadOnlyList<string> AddTo(IConfigurationManager configuration)
    {
        var (problems, found) = (new List<string>(), new Dictionary<string, string?>());
        foreach (var key in SettingSections.Secrets)
        {
            if (configuration[key + SettingSections.FileEnding] is not { } path)
                continue;
            if (!string.IsNullOrEmpty(configuration[key]))
                problems.Add($"{key} and {key}{SettingSections.FileEnding} are both set: remove one.");
            else if (Read(path, out var secret) is { } problem)
                problems.Add($"{key}{SettingSections.FileEnding}: {problem}");
            else
                found[key] = secret;
        }
        configuration.AddInMemoryCollection(found);
        return problems;
    }

    private static string? Read(string path, out string secret)
    {
        secret = "";
        if (path.Length == 0)
            return "no file is named.";
        if (Directory.Exists(path))
            return $"{path} is a directory.";
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > Longest })
                return $"{path} is too long for a secret.";
            secret = File.ReadAllText(path).Trim();
            return secret.Length > 0 ? null : $"{path} is empty.";
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"there is no file {path}.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read by the user that runs the bot.";
        }
    }
}
