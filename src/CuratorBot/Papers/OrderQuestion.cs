using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Papers;

/// <summary>
/// The order, in one line: those of the register are offered, and one that is typed is taken for the one that stands
/// there. A day that no calendar has is asked again, with an example.
/// </summary>
internal sealed class OrderQuestion : Question
{
    private const int MostOffered = 6;

    private readonly Orders _orders;
    private readonly IReadOnlyList<string> _kinds;

    /// <param name="kinds">Of the orders that are offered.</param>
    public OrderQuestion(string key, Orders orders, params IReadOnlyList<string> kinds)
        : base(key) => (_orders, _kinds, SharedWords) = (orders, kinds, "orders.reference");

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var offered = (await _orders.KnownTo(asking.Turn))
            .Where(order => order is { IsInForce: true, Kind: { } kind } && _kinds.Contains(kind))
            .DistinctBy(order => order.Reference);
        return new Prompt(
            asking.Text("ask", Example(asking.Turn)),
            [
                .. offered
                    .Take(MostOffered)
                    .Select(
                        IReadOnlyList<Option> (order) =>
                            [new Option(order.Reference.Shown(asking.Turn.Texts), order.Reference.Stored)]
                    ),
            ]
        );
    }

    public override async ValueTask<Reading> Pick(Asking asking, string value) =>
        (await _orders.KnownTo(asking.Turn)).FirstOrDefault(order => order.Reference.Stored == value)
            is { } known
            ? Taken(asking.Turn, known.Reference)
            : new Reading.Refused(asking.Turn.Text("forms.stale"));

    public override async ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        var typed = TypedText.OneLine(asking.Message.Text);
        if (asking.Message.Kind != IncomingKind.Text)
            return Refused(turn, "orders.reference.unreadable", Example(turn));
        if (OrderReference.Split(typed) is not var (number, day))
            return await OfNumber(turn, typed);
        return TypedDate.Read(day, turn.Today, NoWords) switch
        {
            TypedDate.Result.Day { Date: var date } when date > turn.Today => Refused(
                turn,
                "orders.reference.future",
                ("date", date),
                Example(turn)
            ),
            TypedDate.Result.Day { Date: var date } => Taken(
                turn,
                await AsKept(turn, new OrderReference(number, date))
            ),
            TypedDate.Result.NeedsYear needs => Refused(turn, "forms.needsYear", ("date", needs.LastYear)),
            TypedDate.Result.Impossible => Refused(
                turn,
                "orders.reference.impossible",
                ("date", day),
                Example(turn)
            ),
            _ => Refused(turn, "orders.reference.unreadable", Example(turn)),
        };
    }

    private static readonly Dictionary<string, int> NoWords = [];

    /// <summary>A number alone is enough where she can mean one order only.</summary>
    private async Task<Reading> OfNumber(TurnContext turn, string typed)
    {
        if (OrderReference.NumberIn(typed) is not { } number)
            return Refused(turn, "orders.reference.unreadable", Example(turn));
        var meant = (await _orders.KnownTo(turn))
            .Where(order => OrderReference.IsSameNumber(order.Reference.Number, number))
            .DistinctBy(order => order.Reference)
            .ToList();
        return meant is [var one]
            ? Taken(turn, one.Reference)
            : Refused(turn, "orders.reference.noDate", ("number", number), Example(turn));
    }

    /// <summary>A day that an order may be of.</summary>
    private static (string, object?) Example(TurnContext turn) => ("example", turn.Today.AddDays(-3));

    /// <summary>As the register writes it, where it stands there.</summary>
    private async Task<OrderReference> AsKept(TurnContext turn, OrderReference typed) =>
        (await _orders.KnownTo(turn)).FirstOrDefault(order => order.Reference.IsSame(typed))?.Reference
        ?? typed;

    private static Reading.Taken Taken(TurnContext turn, OrderReference order) =>
        new(new Answer(order.Stored, order.Shown(turn.Texts)));

    private static Reading.Refused Refused(
        TurnContext turn,
        string why,
        params (string Name, object? Value)[] values
    ) => new(turn.Text(why, values));
}
