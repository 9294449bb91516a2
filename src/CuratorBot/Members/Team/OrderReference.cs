using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Members.Team;

/// <summary>Number and date of a paper order.</summary>
public sealed record OrderReference(string Number, DateOnly Date)
{
    private const char Separator = '|';

    /// <summary>The order by which a role was given; null without one.</summary>
    public static OrderReference? Of(RoleAssignment role) =>
        role is { OrderNumber: { } number, OrderDate: { } date } ? new OrderReference(number, date) : null;

    /// <summary>As an answer holds it; null when it was passed over.</summary>
    public static OrderReference? Of(string? stored) =>
        stored?.Split(Separator) is [var date, var number]
            ? new OrderReference(number, DateQuestion.Stored(date))
            : null;

    public string Stored =>
        $"{Date.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture)}{Separator}{Number}";

    /// <summary>«№339 от 18.03.2022».</summary>
    public string Shown(TurnContext turn) =>
        turn.Texts.Plain("team.order.shown", ("number", Number), ("date", Date));

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

/// <summary>The order, in one line. A day that no calendar has is asked again, with an example.</summary>
internal sealed class OrderQuestion(string key) : Question(key)
{
    public override ValueTask<Prompt> Ask(Asking asking) =>
        new(new Prompt(asking.Turn.Text("team.order.ask")));

    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        var typed = TypedText.OneLine(asking.Message.Text);
        if (asking.Message.Kind != IncomingKind.Text || OrderReference.Split(typed) is not var (number, day))
            return Refused(turn, "team.order.unreadable");
        return TypedDate.Read(day, turn.Today, NoWords) switch
        {
            TypedDate.Result.Day { Date: var date } when date > turn.Today => Refused(
                turn,
                "team.order.future",
                ("date", date)
            ),
            TypedDate.Result.Day { Date: var date } => Taken(turn, new OrderReference(number, date)),
            TypedDate.Result.NeedsYear needs => Refused(turn, "forms.needsYear", ("date", needs.LastYear)),
            TypedDate.Result.Impossible => Refused(turn, "team.order.impossible", ("date", day)),
            _ => Refused(turn, "team.order.unreadable"),
        };
    }

    private static readonly Dictionary<string, int> NoWords = [];

    private static ValueTask<Reading> Taken(TurnContext turn, OrderReference order) =>
        new(new Reading.Taken(new Answer(order.Stored, order.Shown(turn))));

    private static ValueTask<Reading> Refused(
        TurnContext turn,
        string why,
        params (string Name, object? Value)[] values
    ) => new(new Reading.Refused(turn.Text(why, values)));
}
