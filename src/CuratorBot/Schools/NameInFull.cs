namespace CuratorBot.Schools;

/// <summary>A name with where it lies, for a table: «СОШ с. Федоровка, Каменский район».</summary>
public static class NameInFull
{
    /// <param name="places">From the nearest to the widest; what is null is left out.</param>
    public static string Of(string name, params IEnumerable<string?> places) =>
        string.Join(", ", places.OfType<string>().Prepend(name));
}
