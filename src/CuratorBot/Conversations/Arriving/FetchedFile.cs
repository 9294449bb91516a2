using CuratorBot.Files;

namespace CuratorBot.Conversations.Arriving;

/// <summary>What came of fetching a file before the turn that takes it.</summary>
/// <param name="File">Null when it was not kept.</param>
/// <param name="Why">Key of the text that says why not, «files.…»; null when it was.</param>
public sealed record FetchedFile(StoredFile? File, string? Why);
