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

/// <summary>A field by whose value a list can be narrowed.</summary>
internal interface INarrows<T>
{
    /// <summary>Those rows that have this value.</summary>
    IQueryable<T> Narrow(IQueryable<T> rows, string value);
}

/// <summary>A field that lies in one property of the row.</summary>
internal abstract class PropertyField<T, TValue>(string key, Expression<Func<T, TValue>> property)
    : Field<T>(key),
        INarrows<T>
    where T : Entity
{
    protected RowProperty<T, TValue> Property { get; } = new(property);

    public override IReadOnlyList<string> Columns => [Property.Name];

    public IQueryable<T> Narrow(IQueryable<T> rows, string value) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(Has(value), Property.Lambda.Parameters));

    /// <summary>Whether the row has this value, for the database.</summary>
    protected virtual Expression Has(string value) =>
        Expression.Equal(Property.Lambda.Body, Expression.Constant(Read(value), typeof(TValue)));

    protected override string? Kept(T row) => Write(Property.Get(row));

    protected override void Keep(T row, string? value) => Property.Set(row, Read(value));

    protected abstract string? Write(TValue value);
    protected abstract TValue Read(string? kept);
}
