using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Data;
using CuratorBot.Fields;

namespace CuratorBot.Papers;

/// <summary>By which order; kept as <see cref="OrderReference.Stored"/>.</summary>
/// <param name="kinds">Of the orders that are offered.</param>
internal sealed class OrderField<T>(
    string key,
    Expression<Func<T, string?>> property,
    Orders orders,
    params IReadOnlyList<string> kinds
) : WordField<T>(key, property)
    where T : Entity
{
    public override double Width => 24;

    protected override Question Asked() => new OrderQuestion(Key, orders, kinds);

    protected override string Shown(FieldNames names, string value) =>
        OrderReference.Of(value)!.Shown(names.Texts);
}
