using System.Linq.Expressions;

namespace CuratorBot.Registers;

/// <summary>A field that lies in one property of the row.</summary>
internal abstract class Field<T, TValue> : Field
    where T : RegisterRow
{
    private readonly Func<T, TValue> _get;
    private readonly Action<T, TValue> _set;
    private readonly Expression<Func<T, TValue>> _property;

    protected Field(string key, Expression<Func<T, TValue>> property)
        : base(key)
    {
        (_property, _get) = (property, property.Compile());
        var value = Expression.Parameter(typeof(TValue));
        _set = Expression
            .Lambda<Action<T, TValue>>(Expression.Assign(property.Body, value), property.Parameters[0], value)
            .Compile();
    }

    /// <summary>Those rows that have this value.</summary>
    public IQueryable<T> Narrow(IQueryable<T> rows, string value) =>
        rows.Where(
            Expression.Lambda<Func<T, bool>>(
                Expression.Equal(_property.Body, Expression.Constant(Read(value), typeof(TValue))),
                _property.Parameters
            )
        );

    protected override string? Kept(RegisterRow row) => Write(_get((T)row));

    protected override void Keep(RegisterRow row, string? value) => _set((T)row, Read(value));

    protected abstract string? Write(TValue value);
    protected abstract TValue Read(string? kept);
}
