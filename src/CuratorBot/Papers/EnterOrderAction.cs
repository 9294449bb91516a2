using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Registers;
using CuratorBot.Schools;

namespace CuratorBot.Papers;

/// <summary>«Внести приказ»: begins the row of an order that was named and does not stand in the register.</summary>
public sealed class EnterOrderAction(Orders orders) : IAction
{
    private const string Name = "orders.enter";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => false;

    /// <summary>The message with a button below it, where she could enter the order and it does not stand there.</summary>
    /// <param name="school">Its municipality probably issued it; where she may not write for that, she is asked.</param>
    internal async Task<OutgoingMessage> OfferedBy(
        TurnContext turn,
        OutgoingMessage message,
        OrderReference? order,
        string kind,
        School? school
    ) =>
        order is not null && school is not null && await Button(turn, order, kind, school) is { } button
            ? message with
            {
                Choices = [.. message.Choices, [button]],
            }
            : message;

    internal async Task<Choice?> Button(TurnContext turn, OrderReference order, string kind, School school) =>
        orders.MayWrite(turn.Who).IsEmpty
        || (await orders.KnownTo(turn)).Any(known => known.Reference.IsSame(order))
            ? null
            : new Choice(
                turn.Texts.Plain("orders.enter", ("order", order.Shown(turn.Texts))),
                $"{Name}:{kind}|{PlaceFor(turn, school)}|{order.Stored}"
            );

    /// <summary>Whoever is over more than a municipality may mean her own order as well as that of the municipality.</summary>
    private string PlaceFor(TurnContext turn, School school) =>
        orders.MayWrite(turn.Who).IsRegional ? "" : $"municipality:{school.MunicipalityId}";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (
            argument.Split('|', 3) is not [var kind, var place, var stored]
            || OrderReference.Of(stored) is not { } order
            || !orders.Find("kind")!.Options.Contains(kind)
            || orders.MayWrite(turn.Who).IsEmpty
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if ((await orders.KnownTo(turn)).FirstOrDefault(one => one.Reference.IsSame(order)) is { } known)
            return await RegisterForm.IsThere(
                turn,
                orders,
                (await turn.Db.Set<Order>().FindAsync(known.Id))!
            );
        var row = new Order
        {
            Kind = kind,
            Number = order.Number,
            SignedOn = order.Date,
        };
        var sheet = await RegisterForm.SheetAt(turn, orders, place, other: null);
        var names = await RegisterNames.Of(turn, orders, row);
        foreach (var field in orders.Fields)
            if (field.In(row) is { } value)
                sheet.Give(field.Key, new Answer(value, field.Show(names, value)));
        return Reply.Opens(orders.Name, sheet);
    }
}
