namespace CuratorBot.Host.Database;

/// <param name="Version">Which database answers, as it says itself: «SQLite 3.50.4».</param>
public sealed record DatabaseInfo(string Version);
