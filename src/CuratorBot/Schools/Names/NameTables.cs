namespace CuratorBot.Schools.Names;

/// <summary>
/// The names of everything, ready to be looked up. An entry is a number: its place in <see cref="Entries"/>,
/// municipalities before schools.
/// </summary>
internal sealed class NameTables
{
    public required Named[] Entries { get; init; }

    /// <summary>What kind of municipality an entry is; empty for schools.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>The entries by a whole name (<see cref="NameReading.Key"/>) and by their id.</summary>
    public required IReadOnlyDictionary<string, Postings> ByName { get; init; }

    /// <summary>The schools by a whole name without the type of school.</summary>
    public required IReadOnlyDictionary<string, Postings> ByNameOfAnyType { get; init; }

    public required WordTable Words { get; init; }

    /// <summary>The schools of each municipality, by entry.</summary>
    public required int[][] SchoolsOf { get; init; }

    /// <summary>Entries of municipalities by their id.</summary>
    public required IReadOnlyDictionary<string, int> Municipalities { get; init; }
}
