using System.Text.RegularExpressions;
using CuratorBot.Data;

namespace CuratorBot.Events;

/// <summary>
/// Tells words about one pupil from words about pupils: names, numbers and days of birth. It would rather
/// refuse a harmless text than keep a name.
/// </summary>
internal static partial class PupilData
{
    private sealed record Words(List<string> Birth);

    private static readonly Words Russian = EmbeddedJson.Read<Words>("pupil-data");

    public static bool IsIn(string text) =>
        Name().IsMatch(text)
        || NameAndInitials().IsMatch(text)
        || InitialsAndName().IsMatch(text)
        || PhoneOrInsurance().IsMatch(text)
        || DayOfBirth().IsMatch(text)
        || Russian.Birth.Exists(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>«Незнайкин Пётр»: two words with capital letters side by side.</summary>
    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?[ \t]+\p{Lu}\p{Ll}+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+[ \t]+\p{Lu}\.(?:[ \t]*\p{Lu}\.)?", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndInitials();

    [GeneratedRegex(@"\b\p{Lu}\.[ \t]*(?:\p{Lu}\.[ \t]*)?\p{Lu}\p{Ll}+", RegexOptions.CultureInvariant)]
    private static partial Regex InitialsAndName();

    /// <summary>Ten digits or more, however they are parted.</summary>
    [GeneratedRegex(@"(?:\d[ \-()]*){10,}", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneOrInsurance();

    /// <summary>A full date of the years in which pupils are born.</summary>
    [GeneratedRegex(@"\b\d{1,2}\.\d{1,2}\.20(?:0\d|1\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfBirth();
}
