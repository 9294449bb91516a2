using System.Linq.Expressions;

namespace CuratorBot.Fields;

/// <summary>A property of a row, to be read, written and asked of the database.</summary>
internal sealed class RowProperty<T, TValue>
{
    public RowProperty(Expression<Func<T, TValue>> lambda)
    {
        (Lambda, Get) = (lambda, lambda.Compile());
        var value = Expression.Parameter(typeof(TValue));
        Set = Expression
            .Lambda<Action<T, TValue>>(Expression.Assign(lambda.Body, value), lambda.Parameters[0], value)
            .Compile();
    }

    public Expression<Func<T, TValue>> Lambda { get; }
    public Func<T, TValue> Get { get; }
    public Action<T, TValue> Set { get; }

    /// <summary>Of the column.</summary>
    public string Name => ((MemberExpression)Lambda.Body).Member.Name;
}
