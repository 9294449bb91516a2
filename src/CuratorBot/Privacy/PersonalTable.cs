using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CuratorBot.Privacy;

/// <summary>
/// A table that holds something of a person: which rows are hers, and which columns tell her nothing. All its
/// other columns are shown to her, so that a new one is shown without anybody thinking of it.
/// </summary>
public sealed class PersonalTable
{
    private readonly Func<CuratorBotDb, Subject, Task<IReadOnlyList<object>>> _rowsOf;
    private readonly HashSet<string> _leftOut;

    private PersonalTable(
        string name,
        Type entity,
        Func<CuratorBotDb, Subject, Task<IReadOnlyList<object>>> rowsOf,
        IEnumerable<string> leftOut
    ) => (Name, Entity, _rowsOf, _leftOut) = (name, entity, rowsOf, [.. leftOut]);

    /// <summary>Its words are the texts «mydata.tables.(name)…».</summary>
    public string Name { get; }
    public Type Entity { get; }

    public static PersonalTable Of<T>(
        string name,
        Func<CuratorBotDb, Subject, IQueryable<T>> hers,
        params string[] leftOut
    )
        where T : class =>
        new(
            name,
            typeof(T),
            async (db, her) => [.. (await hers(db, her).AsNoTracking().ToListAsync()).Cast<object>()],
            leftOut
        );

    public Task<IReadOnlyList<object>> RowsOf(CuratorBotDb db, Subject her) => _rowsOf(db, her);

    /// <summary>The columns that are shown to her, in the order of the class.</summary>
    public IEnumerable<IProperty> ColumnsOf(IModel model) =>
        (
            model.FindEntityType(Entity)
            ?? throw new InvalidOperationException($"{Entity.Name} is not in the model.")
        )
            .GetProperties()
            .Where(column => column.PropertyInfo is not null && !_leftOut.Contains(column.Name))
            .OrderBy(column => column.PropertyInfo!.MetadataToken);
}
