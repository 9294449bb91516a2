using System.Linq.Expressions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Fields;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Registers.Finding;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers;

/// <summary>
/// A noun of the work, said once: whose rows they are, their fields, what makes two the same, their states, who
/// reads and who writes. The chat, the tables, the history and the audit read this and nothing else of it. Its
/// words stand in one locale file of its name.
/// </summary>
public abstract class Register
{
    /// <summary>Also the name of its locale file and the first part of the keys of all its texts.</summary>
    public abstract string Name { get; }
    public abstract Over Over { get; }

    /// <summary>In the order of asking.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>Keys of the fields that, with the place, make two rows the same.</summary>
    public abstract IReadOnlyList<string> Key { get; }

    /// <summary>Keys of the fields that name a row in a list; the key where nothing else is said.</summary>
    public virtual IReadOnlyList<string> Title => Key;
    public virtual IReadOnlyList<string> States => [RegisterRow.Active, RegisterRow.Ended];
    public virtual IReadOnlyList<Move> Moves =>
        [new(RegisterRow.Active, RegisterRow.Ended), new(RegisterRow.Ended, RegisterRow.Active)];

    /// <summary>A register of one state speaks of none.</summary>
    public bool HasStates => States.Count > 1;

    /// <summary>People add rows; false where each comes with something else, as the profile with its school.</summary>
    public virtual bool TakesNewRows => true;

    /// <summary>Whose rows she may read.</summary>
    public virtual Scope MayRead(Asker who) => who.MaySee;

    /// <summary>Whose rows she may add, correct and move on.</summary>
    public virtual Scope MayWrite(Asker who) => who.MayWork;

    /// <summary>Whether a row of a municipality or region is read by all who work in it.</summary>
    public virtual bool IsReadBelow => false;

    public Field? Find(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>What its list leads to beside its own rows; each press asks for the rights again.</summary>
    internal virtual Task<IReadOnlyList<Choice>> Beside(TurnContext turn) =>
        Task.FromResult<IReadOnlyList<Choice>>([]);

    /// <summary>What its card says and leads to beside its fields, to whoever reads it.</summary>
    internal virtual Task<CardMore> More(TurnContext turn, RegisterRow row) => Task.FromResult(CardMore.None);

    /// <summary>What else becomes another when a row does, in the same transaction.</summary>
    /// <param name="was">What the fields said that became another, by their keys; of a new row nothing.</param>
    internal virtual Task Follow(
        TurnContext turn,
        RegisterRow row,
        IReadOnlyDictionary<string, string?> was
    ) => Task.CompletedTask;

    /// <summary>Tells those fields that offer what was written before which rows there are.</summary>
    internal abstract void LetFieldsRead();

    internal abstract Type RowType { get; }

    /// <summary>A row of its own, with nothing in it.</summary>
    internal abstract RegisterRow New(long id);

    internal abstract Task<int> Count(CuratorBotDb db, RegisterQuery query);

    /// <summary>The newest first, unless the register says otherwise; not tracked.</summary>
    internal abstract Task<IReadOnlyList<RegisterRow>> List(
        CuratorBotDb db,
        RegisterQuery query,
        int skip = 0,
        int take = int.MaxValue
    );

    /// <summary>To be read or changed; null when there is none in the scope.</summary>
    internal abstract Task<RegisterRow?> Find(CuratorBotDb db, RegisterQuery query, long id);
}

/// <summary>The same over the class of its rows.</summary>
/// <param name="name">Also that of its locale file.</param>
public abstract class Register<T>(string name) : Register
    where T : RegisterRow, new()
{
    public override string Name => name;
    internal override Type RowType => typeof(T);

    internal override RegisterRow New(long id) => new T { Id = id };

    internal override Task<int> Count(CuratorBotDb db, RegisterQuery query) => In(db, query).CountAsync();

    internal override async Task<IReadOnlyList<RegisterRow>> List(
        CuratorBotDb db,
        RegisterQuery query,
        int skip = 0,
        int take = int.MaxValue
    )
    {
        var rows = await InOrder(db, In(db, query).AsNoTracking()).Skip(skip).Take(take).ToListAsync();
        await FilesOfRows.Load(db, this, rows);
        return rows;
    }

    /// <summary>As lists show them; the same order each time.</summary>
    protected virtual IQueryable<T> InOrder(CuratorBotDb db, IQueryable<T> rows) =>
        rows.OrderByDescending(row => row.AsOf).ThenByDescending(row => row.Id);

    internal override async Task<RegisterRow?> Find(CuratorBotDb db, RegisterQuery query, long id)
    {
        if (await In(db, query).SingleOrDefaultAsync(row => row.Id == id) is not { } found)
            return null;
        await FilesOfRows.Load(db, this, [found]);
        return found;
    }

    /// <param name="longest">In characters.</param>
    /// <param name="bare">What is left of a value in all its spellings; null where each is another value.</param>
    protected static Field Text(
        string key,
        Expression<Func<T, string?>> property,
        int longest,
        Func<string, string>? bare = null
    ) => new TextField<T>(key, property, longest) { BareOf = bare };

    protected static Field Link(string key, Expression<Func<T, string?>> property) =>
        new LinkField<T>(key, property);

    protected static Field Choice(
        string key,
        Expression<Func<T, string?>> property,
        params IReadOnlyList<string> options
    ) => new ChoiceField<T>(key, property, options);

    protected static Field Number(string key, Expression<Func<T, int?>> property, int from, int to) =>
        new NumberField<T>(key, property, from, to);

    /// <summary>A day that is over.</summary>
    protected static Field PastDay(string key, Expression<Func<T, DateOnly?>> property, int yearsBack = 10) =>
        new DayField<T>(key, property) { YearsBack = yearsBack };

    /// <summary>A day that may be still to come.</summary>
    /// <param name="notBefore">Key of the field of the day before which it cannot be.</param>
    protected static Field AnyDay(
        string key,
        Expression<Func<T, DateOnly?>> property,
        string? notBefore = null
    ) => new DayField<T>(key, property) { YearsAhead = 10, NotBefore = notBefore };

    protected static Field Month(
        string key,
        Expression<Func<T, DateOnly?>> property,
        int yearsBack = 10,
        int yearsAhead = 0
    ) => new MonthField<T>(key, property) { YearsBack = yearsBack, YearsAhead = yearsAhead };

    /// <summary>So many of so many: a percent keeps its base, and one that was stated stands beside our own.</summary>
    protected static Field Share(
        string key,
        Expression<Func<T, int?>> part,
        Expression<Func<T, int?>> all,
        Expression<Func<T, decimal?>> statedPercent
    ) => new ShareField<T>(key, part, all, statedPercent);

    /// <summary>Any number of a few.</summary>
    protected static Field Several(
        string key,
        Expression<Func<T, List<string>>> property,
        params IReadOnlyList<string> options
    ) => new SeveralField<T>(key, property, options);

    /// <summary>Any school, whoever writes; the property holds its id.</summary>
    protected static Field AnySchool(
        string key,
        Expression<Func<T, string?>> property,
        NameIndexCache names
    ) => new SchoolField<T>(key, property, names);

    /// <summary>Any municipality; the property holds its id.</summary>
    protected static Field AnyMunicipality(
        string key,
        Expression<Func<T, string?>> property,
        NameIndexCache names
    ) => new MunicipalityField<T>(key, property, names);

    /// <summary>An organisation: what was written of them before is offered.</summary>
    protected static Field Organisation(
        string key,
        Expression<Func<T, string?>> property,
        int longest = 200
    ) => new KnownTextField<T>(key, property, longest);

    /// <summary>A post: what was written of them before is offered, beside the usual ones.</summary>
    protected static Field Post(string key, Expression<Func<T, string?>> property, int longest = 100) =>
        new KnownTextField<T>(key, property, longest) { Usual = "forms.posts" };

    /// <summary>Photos and documents. They lie in no column of the row.</summary>
    protected static Field Files(string key) => new FilesField<T>(key);

    internal override void LetFieldsRead()
    {
        foreach (var field in Fields.OfType<KnownTextField<T>>())
            field.Readable = async asking =>
                In(asking.Turn.Db, await RegisterQuery.ToRead(asking.Turn, this, RegisterFilter.All));
    }

    private IQueryable<T> In(CuratorBotDb db, RegisterQuery query)
    {
        var rows = query.Within(db.Set<T>());
        foreach (var (key, value) in query.Filter.Fields)
            if (Find(key) is { IsFilter: true } field && field.Options.Contains(value))
                rows = field is INarrows<T> narrowing
                    ? narrowing.Narrow(rows, value)
                    : throw new InvalidOperationException($"«{key}» cannot narrow a list.");
        return rows;
    }
}
