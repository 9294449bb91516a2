using System.Globalization;
using System.Text.RegularExpressions;

namespace CuratorBot.Tables;

/// <summary>What a cell holds, as the text that a person would have typed.</summary>
internal static partial class CellText
{
    /// <summary>A phone that was typed as a number is a number: never with an exponent or separators.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            string text => Tidy(text),
            double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => Tidy(value.ToString() ?? ""),
        };

    /// <summary>A day without the hour that programs for tables write behind it: «24.01.2022 12:00».</summary>
    public static string DayOf(string cell) => HourBehind().Replace(cell, "");

    /// <summary>As it is quoted: what somebody pasted into a cell does not crowd out what is said of it.</summary>
    /// <param name="longest">In characters.</param>
    public static string Short(string cell, int longest = 60) =>
        cell.Length <= longest ? cell
        : char.IsHighSurrogate(cell[longest - 2]) ? $"{cell[..(longest - 2)]}…"
        : $"{cell[..(longest - 1)]}…";

    /// <summary>Hard and zero-width spaces that come with copied text are spaces or nothing.</summary>
    public static string Tidy(string text) =>
        text.Replace('\u00A0', ' ')
            .Replace('\u202F', ' ')
            .Replace("\u200B", "", StringComparison.Ordinal)
            .Replace("\uFEFF", "", StringComparison.Ordinal)
            .Trim();

    [GeneratedRegex(@"(?<=[0-9])[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")]
    private static partial Regex HourBehind();
}
