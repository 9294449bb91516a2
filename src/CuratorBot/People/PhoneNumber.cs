using System.Text.RegularExpressions;
using PhoneNumbers;
using Number = PhoneNumbers.PhoneNumber;

namespace CuratorBot.People;

public enum PhoneProblem
{
    None = 0,
    Missing = 1,

    /// <summary>Two or more numbers in one cell.</summary>
    Several = 2,

    /// <summary>7,92E+10: a program for tables has lost the digits.</summary>
    Rounded = 3,
    NoNumber = 4,

    /// <summary>Of an office; nobody is recognised by it.</summary>
    Extension = 5,
}

/// <summary>Phone numbers as people type them: of Russia with +7, 8 or nothing before the ten digits, of others with a plus.</summary>
public static partial class PhoneNumber
{
    private const string Home = "RU";
    private const int HomeCode = 7;
    private const int DigitsAtHome = 10;
    private const int MostDigits = 15;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <param name="phone">Digits with a leading plus.</param>
    public static PhoneProblem Read(string text, out string phone)
    {
        phone = "";
        if (text.Length == 0)
            return PhoneProblem.Missing;
        if (Rounded().IsMatch(text))
            return PhoneProblem.Rounded;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var number = Parse(WithItsPlus(text, digits));
        if (number is { HasExtension: true } && !text.Any(letter => letter == '#' || char.IsLetter(letter)))
            return PhoneProblem.Several; // «…-01, 02» names two
        if (number is not null && IsPossible(number) && SaysNoOther(digits, number, text))
        {
            if (number.HasExtension)
                return PhoneProblem.Extension;
            phone = Plans.Format(number, PhoneNumberFormat.E164);
            return PhoneProblem.None;
        }
        return digits.Length > MostDigits || text.Count(letter => letter == '+') > 1
            ? PhoneProblem.Several
            : PhoneProblem.NoNumber;
    }

    /// <summary>A 7 wants its plus; «+8 9…» is a slip, for no country begins so.</summary>
    private static string WithItsPlus(string text, string digits) =>
        digits.Length != DigitsAtHome + 1 ? text
        : digits[0] == '7' && !text.Contains('+') ? $"+{digits}"
        : digits.StartsWith("89", StringComparison.Ordinal) ? digits
        : text;

    private static Number? Parse(string text)
    {
        try
        {
            return Plans.Parse(text, Home);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The plan of Russia knows longer ones too, which no person has.</summary>
    private static bool IsPossible(Number number) =>
        Plans.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        && (
            number.CountryCode != HomeCode
            || Plans.GetNationalSignificantNumber(number).Length == DigitsAtHome
        );

    /// <summary>Letters are no digits here («8 800 FLOWERS»), and ten digits alone may be of a taxpayer.</summary>
    private static bool SaysNoOther(string digits, Number number, string text) =>
        digits.EndsWith($"{number.NationalNumber}{number.Extension}", StringComparison.Ordinal)
        && (digits.Length != DigitsAtHome || text.Contains('+') || Plans.IsValidNumber(number));

    /// <summary>With a Latin or a Cyrillic E.</summary>
    [GeneratedRegex(@"\d[.,]\d+[EeЕе]\+?\d")]
    private static partial Regex Rounded();
}
