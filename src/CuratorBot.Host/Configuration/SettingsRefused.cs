namespace CuratorBot.Host.Configuration;

/// <summary>Settings that cannot be right; the message has a line for each, and no secret in any.</summary>
public sealed class SettingsRefused(IEnumerable<string> problems) : Exception(string.Join('\n', problems));
