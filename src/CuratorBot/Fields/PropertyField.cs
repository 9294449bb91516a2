using System.Linq.Expressions;
using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Fields;

/// <summary>A field of one class of rows.</summary>
public abstract class Field<T>(string key) : Field(key)
    where T : Entity
{
    protected sealed override string? Kept(Entity row) => Kept((T)row);

    protected sealed override void Keep(Entity row, string? value) => Keep((T)row, value);

    protected abstract string? Kept(T row);
    protected abstract void Keep(T row, string? value);
}

/// <summary>A field that lies in one property of the row.</summary>
internal abstract class PropertyField<T, TValue> : Field<T>
    where T : Entity
{
    private readonly Func<T, TValue> _get;
    private readonly Action<T, TValue> _set;
    private readonly Expression<Func<T, TValue>> _property;

    protected PropertyField(string key, Expression<Func<T, TValue>> property)
        : base(key)
    {
        (_property, _get) = (property, property.Compile());
        var value = Expression.Parameter(typeof(TValue));
        _set = Expression
            .Lambda<Action<T, TValue>>(Expression.Assign(property.Body, value), property.Parameters[0], value)
            .Compile();
    }

    public override IReadOnlyList<string> Columns => [((MemberExpression)_property.Body).Member.Name];

    /// <summary>Those rows that have this value.</summary>
    public IQueryable<T> Narrow(IQueryable<T> rows, string value) =>
        rows.Where(
            Expression.Lambda<Func<T, bool>>(
                Expression.Equal(_property.Body, Expression.Constant(Read(value), typeof(TValue))),
                _property.Parameters
            )
        );

    protected override string? Kept(T row) => Write(_get(row));

    protected override void Keep(T row, string? value) => _set(row, Read(value));

    protected abstract string? Write(TValue value);
    protected abstract TValue Read(string? kept);
}
