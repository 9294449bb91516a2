namespace CuratorBot.Status.Documents;

/// <summary>What a status document is about: a school, a municipality, a region or the country.</summary>
public static class StatusScope
{
    public const string Country = "country";

    /// <summary>Every document: a word that stands in many of them was changed.</summary>
    public const string Everything = "*";

    /// <summary>Every document, and the file must be gone: what was deleted may not stay in it.</summary>
    public const string Afresh = "!";

    public const string SchoolPrefix = "school:";
    public const string PlacePrefix = "place:";
    public const string RegionPrefix = "region:";

    public static string School(string id) => SchoolPrefix + id;

    public static string Place(string id) => PlacePrefix + id;

    public static string Region(string name) => RegionPrefix + name;

    /// <summary>The ids of all scopes of one kind.</summary>
    internal static IEnumerable<string> Named(string prefix, IEnumerable<string> scopes) =>
        scopes
            .Where(scope => scope.StartsWith(prefix, StringComparison.Ordinal))
            .Select(scope => scope[prefix.Length..]);
}
