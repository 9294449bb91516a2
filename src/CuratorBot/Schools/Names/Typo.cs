namespace CuratorBot.Schools.Names;

/// <summary>How far two words are apart in slips of the finger: a letter more, less or wrong, or two swapped.</summary>
internal static class Typo
{
    /// <summary>How many slips a word of so many letters may have and still be taken for another.</summary>
    public static int Allowed(int letters) =>
        letters switch
        {
            < 4 => 0,
            < 6 => 1,
            < 12 => 2,
            _ => 3,
        };

    /// <summary>
    /// A bit for each letter that is there and one for each that is there twice; two words <c>n</c> slips
    /// apart differ in at most <c>2n</c> bits, which rules most words out at once.
    /// </summary>
    public static ulong Mask(ReadOnlySpan<char> word)
    {
        var (once, twice) = (0u, 0u);
        foreach (var letter in word)
        {
            var bit = 1u << (letter & 31);
            twice |= once & bit;
            once |= bit;
        }
        return ((ulong)twice << 32) | once;
    }

    /// <summary>Optimal string alignment distance, or <paramref name="limit"/> + 1 when it is more.</summary>
    public static int Distance(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int limit)
    {
        if (Math.Abs(typed.Length - word.Length) > limit)
            return limit + 1;

        var width = word.Length + 1;
        Span<int> cells = width <= 64 ? stackalloc int[3 * width] : new int[3 * width];
        var beforeLast = cells[..width];
        var last = cells.Slice(width, width);
        var row = cells[(2 * width)..];
        for (var column = 0; column < width; column++)
            last[column] = column;

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j < width; j++)
            {
                var wrong = typed[i - 1] == word[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }
            if (best > limit)
                return limit + 1;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.Min(last[width - 1], limit + 1);
    }
}
