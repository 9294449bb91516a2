using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Data;
using CuratorBot.Texts;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// Tells words about one pupil from words about pupils: names, numbers and days of birth, in whatever letters they
/// are typed. It would rather refuse a harmless text than keep a name.
/// </summary>
internal static partial class PupilData
{
    /// <param name="Birth">What stands beside a day of birth.</param>
    /// <param name="SurnameEndings">In all cases; many other words end so too.</param>
    /// <param name="Abbreviations">Two letters with a dot behind each that are no initials.</param>
    private sealed record Words(
        string[] Birth,
        string[] Names,
        Declension[] Declensions,
        string[] FurtherNames,
        string[] SurnameEndings,
        string[] Abbreviations
    );

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly Words Russian = EmbeddedJson.Read<Words>("pupil-data");
    private static readonly GivenNames Given = new(Russian.Names, Russian.Declensions, Russian.FurtherNames);

    public static bool IsIn(string text) =>
        Name().IsMatch(text)
        || NameAndInitials().IsMatch(text)
        || InitialsAndName().IsMatch(text)
        || PhoneOrInsurance().IsMatch(text)
        || DayOfBirth().IsMatch(text)
        || Array.Exists(Russian.Birth, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        || NamesInAnyLetters(RussianLetters.WithoutYo(text.ToLower(Culture)), text);

    private static bool NamesInAnyLetters(string lower, string text) =>
        Word().Matches(lower).Any(word => Given.Contains(word.Value))
        || TwoInitials().Matches(lower).Any(found => !IsAbbreviation(found))
        || OneInitial().Matches(lower).Any(found => IsSurname(found) && !LeadsToAPlace(text, found));

    private static bool IsAbbreviation(Match found) =>
        Russian.Abbreviations.Contains(found.Groups["one"].Value + found.Groups["two"].Value);

    private static bool IsSurname(Match found) =>
        Array.Exists(
            Russian.SurnameEndings,
            ending => found.Groups["name"].Value.EndsWith(ending, StringComparison.Ordinal)
        );

    /// <summary>«7 классов г. Кузнецка».</summary>
    private static bool LeadsToAPlace(string text, Match found) =>
        text[(found.Index + found.Length)..].TrimStart() is [var next, ..] && char.IsUpper(next);

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>«незнайкин п. в.», «п.в. незнайкин».</summary>
    [GeneratedRegex(
        @"\p{L}{3,}[ \t]+(?<one>\p{L})\.[ \t]?(?<two>\p{L})\.|\b(?<one>\p{L})\.[ \t]?(?<two>\p{L})\.[ \t]?\p{L}{3,}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TwoInitials();

    /// <summary>«у незнайкина п.».</summary>
    [GeneratedRegex(@"(?<name>\p{L}{4,})[ \t]+\p{L}\.", RegexOptions.CultureInvariant)]
    private static partial Regex OneInitial();

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
