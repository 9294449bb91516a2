using System.Globalization;

namespace CuratorBot.Texts;

/// <summary>1 школа, 2 школы, 5 школ.</summary>
public static class RussianPlural
{
    /// <summary>The word for the number out of three: for one, for two to four, for five and more.</summary>
    public static string Choose(object? number, IReadOnlyList<string> words)
    {
        if (words.Count != 3)
            throw new FormatException("A Russian plural has three forms.");
        return words[FormOf(Convert.ToInt64(number, CultureInfo.InvariantCulture))];
    }

    private static int FormOf(long number)
    {
        var lastTwo = Math.Abs(number) % 100;
        if (lastTwo is >= 11 and <= 14)
            return 2;
        return (lastTwo % 10) switch
        {
            1 => 0,
            >= 2 and <= 4 => 1,
            _ => 2,
        };
    }
}
