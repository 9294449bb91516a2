using System.Text.RegularExpressions;

namespace CuratorBot.Roster;

public enum PhoneProblem
{
    None = 0,
    Missing = 1,

    /// <summary>Two or more numbers in one cell.</summary>
    Several = 2,

    /// <summary>7,92E+10: a program for tables has lost the digits.</summary>
    Rounded = 3,
    NoNumber = 4,
}

/// <summary>Phone numbers as people type them: +7, 8 or nothing before the ten digits.</summary>
public static partial class PhoneNumber
{
    private const int ShortestAbroad = 11;
    private const int LongestAbroad = 15;

    /// <param name="phone">Digits with a leading plus.</param>
    public static PhoneProblem Read(string text, out string phone)
    {
        phone = "";
        if (text.Length == 0)
            return PhoneProblem.Missing;
        if (Rounded().IsMatch(text))
            return PhoneProblem.Rounded;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length > LongestAbroad || text.Count(letter => letter == '+') > 1)
            return PhoneProblem.Several;
        if (text.Any(letter => !char.IsAsciiDigit(letter) && !Separators.Contains(letter)))
            return PhoneProblem.NoNumber;
        phone = Whole(digits, isAbroad: text.TrimStart('(').StartsWith('+'));
        return phone.Length > 0 ? PhoneProblem.None : PhoneProblem.NoNumber;
    }

    /// <summary>Empty when it is none. No country begins with 89, so «+8 9…» is a slip.</summary>
    private static string Whole(string digits, bool isAbroad) =>
        digits switch
        {
            { Length: 11 } when digits[0] == '7' || digits.StartsWith("89", StringComparison.Ordinal) =>
                $"+7{digits[1..]}",
            { Length: >= ShortestAbroad } when isAbroad => $"+{digits}",
            { Length: 11 } when digits[0] == '8' => $"+7{digits[1..]}",
            { Length: 10 } when digits[0] is '3' or '4' or '8' or '9' && !isAbroad => $"+7{digits}",
            _ => "",
        };

    private const string Separators = "+-–—()./ \u2011";

    /// <summary>With a Latin or a Cyrillic E.</summary>
    [GeneratedRegex(@"\d[.,]\d+[EeЕе]\+?\d")]
    private static partial Regex Rounded();
}
