namespace CuratorBot.Host.Configuration;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
internal static class NearestName
{
    /// <summary>The name that is fewest keystrokes away, whatever the case; null when none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> names) =>
        names
            .Select(name => (Name: name, Away: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(found => found.Away <= Math.Max(1, Math.Min(typed.Length, found.Name.Length) / 3))
            .OrderBy(found => found.Away)
            .Select(found => found.Name)
            .FirstOrDefault();

    /// <summary>Letters to add, leave out, change or swap with their neighbour.</summary>
    internal static int Distance(string one, string other)
    {
        var (beforeLast, last) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var row = 1; row <= one.Length; row++)
        {
            var here = new int[other.Length + 1];
            here[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var changed = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                here[column] = Math.Min(changed, Math.Min(last[column], here[column - 1]) + 1);
                var swapped =
                    row > 1
                    && column > 1
                    && one[row - 1] == other[column - 2]
                    && one[row - 2] == other[column - 1];
                if (swapped)
                    here[column] = Math.Min(here[column], beforeLast[column - 2] + 1);
            }
            (beforeLast, last) = (last, here);
        }
        return last[other.Length];
    }
}
