using CuratorBot.Conversations;

namespace CuratorBot.Registers;

/// <summary>
/// One thing that a row of a register says: how it is asked and checked, kept, shown, found by, and written into
/// and read from a column. Its words are the texts «(register).(key).ask», «.label» and, if there is more to say,
/// «.help»; those of its options «.options.(value)».
/// </summary>
public abstract class Field(string key)
{
    /// <summary>Kept where it is known that there is none.</summary>
    public const string Dash = "—";

    /// <summary>Kept where it has no meaning for the row.</summary>
    public const string NotApplying = "×";

    public string Key { get; } = key;

    /// <summary>May stay blank: not known.</summary>
    public bool IsOptional { get; private set; }
    public bool MayBeDash { get; private set; }
    public bool MayNotApply { get; private set; }

    /// <summary>Lists can be narrowed by it; only where it has <see cref="Options"/>.</summary>
    public bool IsFilter { get; private set; }

    /// <summary>The values there are, where they are few; empty for free ones.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>Of the column, in characters.</summary>
    public virtual double Width => 24;

    public Field Optional() => With(() => IsOptional = true);

    /// <summary>«—», there is none, is an answer too.</summary>
    public Field OrDash() => With(() => MayBeDash = true);

    /// <summary>«Не относится» is an answer too.</summary>
    public Field OrNotApplying() => With(() => MayNotApply = true);

    public Field Filter() => With(() => IsFilter = true);

    public Question Ask() => MayBeDash || MayNotApply ? new OrNothingQuestion(Asked(), this) : Asked();

    /// <summary>What the row says; null for blank.</summary>
    public string? In(RegisterRow row) =>
        row.Dashes.Contains(Key) ? Dash
        : row.NotApplying.Contains(Key) ? NotApplying
        : Kept(row);

    /// <param name="value">As <see cref="In"/> gives it.</param>
    public void Put(RegisterRow row, string? value)
    {
        row.Dashes.Remove(Key);
        row.NotApplying.Remove(Key);
        if (value == Dash)
            row.Dashes.Add(Key);
        if (value == NotApplying)
            row.NotApplying.Add(Key);
        Keep(row, value is Dash or NotApplying ? null : value);
    }

    /// <summary>A kept value in words; empty for blank.</summary>
    public string Show(RegisterNames names, string? value) =>
        value switch
        {
            null => "",
            Dash => Dash,
            NotApplying => names.Texts.Plain("registers.notApplying"),
            _ => Shown(names, value),
        };

    /// <summary>The same for a cell of a table, from which it can be read again.</summary>
    public string Cell(RegisterNames names, string? value) =>
        value is null or Dash or NotApplying ? Show(names, value) : CellOf(names, value);

    /// <summary>Ids of schools in the value, so that their names are read once for a whole list.</summary>
    internal virtual IEnumerable<string> SchoolsIn(string? value) => [];

    protected abstract Question Asked();
    protected abstract string? Kept(RegisterRow row);
    protected abstract void Keep(RegisterRow row, string? value);

    protected virtual string Shown(RegisterNames names, string value) => value;

    protected virtual string CellOf(RegisterNames names, string value) => Shown(names, value);

    private Field With(Action change)
    {
        change();
        return this;
    }
}
