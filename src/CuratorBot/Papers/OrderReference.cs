using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Papers;

/// <summary>Number and date of a paper order.</summary>
public sealed record OrderReference(string Number, DateOnly Date)
{
    private const char Separator = '|';

    /// <summary>The order by which it was made; null without one.</summary>
    public static OrderReference? Of(IByOrder row) =>
        row is { OrderNumber: { } number, OrderDate: { } date } ? new OrderReference(number, date) : null;

    /// <summary>As an answer holds it; null when it was passed over, or is none.</summary>
    public static OrderReference? Of(string? stored) =>
        stored?.Split(Separator, 2) is [var date, var number]
        && DateOnly.TryParseExact(date, DateQuestion.StoredAs, out var day)
            ? new OrderReference(number, day)
            : null;

    public string Stored => $"{StoredOn(Date)}{Number}";

    /// <summary>How all orders of a day begin where they are stored.</summary>
    public static string StoredOn(DateOnly date) =>
        $"{date.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture)}{Separator}";

    /// <summary>«№339 от 18.03.2022».</summary>
    public string Shown(TextCatalogue texts) =>
        texts.Plain("orders.reference.shown", ("number", Number.TrimStart('№', ' ')), ("date", Date));

    /// <summary>Whether it is the same paper, however its number is spaced and whatever its letters' case.</summary>
    public bool IsSame(OrderReference other) => Date == other.Date && IsSameNumber(Number, other.Number);

    /// <summary>Those of the rows that name it name the other one.</summary>
    public void BecomesIn(IEnumerable<IByOrder> rows, OrderReference other)
    {
        foreach (var row in rows.Where(row => Of(row)?.IsSame(this) == true))
            (row.OrderNumber, row.OrderDate) = (other.Number, other.Date);
    }

    public static bool IsSameNumber(string one, string other) => BareNumber(one) == BareNumber(other);

    /// <summary>What is left of a number in all its spellings.</summary>
    public static string BareNumber(string number) =>
        string.Concat(number.Where(sign => !char.IsWhiteSpace(sign) && sign != '№')).ToUpperInvariant();

    /// <summary>
    /// Number and date as typed, «приказ №339 от 18.03.2022», «№339 18.03.2022», «18.03.2022 №339»; null when it does
    /// not look like that.
    /// </summary>
    public static (string Number, string Date)? Split(string typed) =>
        Typed
            .Select(pattern => pattern.Match(typed))
            .Where(match => match.Success && IsNumber(match.Groups["number"].Value))
            .Select(match => ((string, string)?)(match.Groups["number"].Value, match.Groups["date"].Value))
            .FirstOrDefault();

    /// <summary>With a digit, or said to be none: «б/н».</summary>
    private static bool IsNumber(string number) =>
        number.AsSpan().ContainsAnyInRange('0', '9')
        || Words.None.Contains(number, StringComparer.OrdinalIgnoreCase);

    /// <summary>A number without a date, «приказ №339»; null when it does not look like that.</summary>
    public static string? NumberIn(string typed) =>
        OnlyNumber.Match(typed) is { Success: true } match
        && match.Groups["number"].Value is var number
        && number.AsSpan().ContainsAnyInRange('0', '9')
            ? number
            : null;

    /// <param name="Order">How the word for it begins.</param>
    private sealed record OrderWords(string Order, string[] Number, string Of, string[] None, string[] Year);

    private static readonly OrderWords Words = EmbeddedJson.Read<OrderWords>("order-words");

    private static readonly string Begin = $@"^(?:{Words.Order}\p{{L}}*\s*)?";
    private static readonly string Sign = WordPattern.AnyOf(Words.Number);
    private static readonly string End = $@"\s*{WordPattern.AnyOf(Words.Year)}?$";
    private const string AnyNumber = @"(?<number>[^\s|][^|]{0,39}?)";
    private const string AnyDate = @"(?<date>[^|]{3,30}?)";
    private const string DottedDate = @"(?<date>\d{1,2}[./]\d{1,2}[./]\d{2,4})";

    private static readonly Regex[] Typed =
    [
        PatternOf($@"{Begin}{Sign}?\s*{AnyNumber}\s+{Words.Of}\s+{AnyDate}{End}"),
        PatternOf($@"{Begin}{Sign}?\s*{AnyNumber}\s+{DottedDate}{End}"),
        PatternOf(
            $@"{Begin}(?:{Words.Of}\s+)?{DottedDate}\s*{WordPattern.AnyOf(Words.Year)}?\s*{Sign}\s*{AnyNumber}$"
        ),
    ];

    private static readonly Regex OnlyNumber = PatternOf($@"{Begin}{Sign}?\s*(?<number>[^\s|]{{1,40}})$");

    private static Regex PatternOf(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
