using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Papers;

/// <summary>Number and date of a paper order.</summary>
public sealed record OrderReference(string Number, DateOnly Date)
{
    private const char Separator = '|';

    /// <summary>The order by which a role was given; null without one.</summary>
    public static OrderReference? Of(RoleAssignment role) =>
        role is { OrderNumber: { } number, OrderDate: { } date } ? new OrderReference(number, date) : null;

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

    public static bool IsSameNumber(string one, string other) =>
        Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string number) =>
        string.Concat(number.Where(sign => !char.IsWhiteSpace(sign) && sign != '№'));

    /// <summary>Number and date as typed, «приказ №339 от 18.03.2022»; null when it does not look like that.</summary>
    public static (string Number, string Date)? Split(string typed)
    {
        var match = Typed.Match(typed);
        return match.Success && match.Groups["number"].ValueSpan.ContainsAnyInRange('0', '9')
            ? (match.Groups["number"].Value, match.Groups["date"].Value)
            : null;
    }

    /// <param name="Order">How the word for it begins.</param>
    private sealed record OrderWords(string Order, string[] Number, string Of, string[] Year);

    private static readonly Regex Typed = PatternOf(EmbeddedJson.Read<OrderWords>("order-words"));

    private static Regex PatternOf(OrderWords words) =>
        new(
            $$"""^(?:{{words.Order}}\p{L}*\s*)?{{WordPattern.AnyOf(words.Number)}}?\s*(?<number>[^\s|][^|]{0,29}?)\s+{{words.Of}}\s+(?<date>[^|]{3,30}?)\s*{{WordPattern.AnyOf(words.Year)}}?$""",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
