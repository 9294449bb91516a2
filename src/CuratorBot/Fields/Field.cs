using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;

namespace CuratorBot.Fields;

/// <summary>
/// One thing that a row says: how it is asked and checked, kept, shown, found by, and written into and read from
/// a column. Its words are the texts «(noun).(key).ask», «.label» and, if there is more to say, «.help»; those of
/// its options «.options.(value)».
/// </summary>
public abstract partial class Field(string key)
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

    /// <summary>Part of the one line that stands for the whole.</summary>
    public bool IsInRecap { get; private set; }

    /// <summary>Key of the field below which it stands in a card; null: in the order of asking.</summary>
    public string? CardAfter { get; private set; }

    /// <summary>The values there are, where they are few; empty for free ones.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>Whether it holds words of people, in which somebody could be named.</summary>
    public virtual bool IsFreeText => false;

    /// <summary>Names of the columns of its row in which it is kept.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>Of the column of a table, in characters.</summary>
    public virtual double Width => 24;

    public Field Optional() => With(() => IsOptional = true);

    /// <summary>«—», there is none, is an answer too.</summary>
    public Field OrDash() => With(() => MayBeDash = true);

    /// <summary>«Не относится» is an answer too.</summary>
    public Field OrNotApplying() => With(() => MayNotApply = true);

    public Field Filter() => With(() => IsFilter = true);

    public Field InRecap() => With(() => IsInRecap = true);

    public Field OnCardAfter(string key) => With(() => CardAfter = key);

    /// <summary>What the row says; null for blank.</summary>
    public string? In(Entity row) =>
        row is IHasUnsaid { Dashes: var dashes } && dashes.Contains(Key) ? Dash
        : row is IHasUnsaid { NotApplying: var senseless } && senseless.Contains(Key) ? NotApplying
        : Kept(row);

    /// <param name="value">As <see cref="In"/> gives it.</param>
    public void Put(Entity row, string? value)
    {
        if (row is IHasUnsaid unsaid)
            Mark(unsaid, value);
        Keep(row, value is Dash or NotApplying ? null : value);
    }

    /// <summary>Puts what was answered into the row; null for what was not, or has no meaning any more.</summary>
    public virtual void Take(TurnContext turn, Entity row, Answer? answer) => Put(row, answer?.Value);

    /// <summary>A kept value in words; empty for blank.</summary>
    public string Show(FieldNames names, string? value) =>
        value switch
        {
            null => "",
            Dash => Dash,
            NotApplying => names.Texts.Plain("forms.notApplying"),
            _ => Shown(names, value),
        };

    /// <summary>What the row says in words; empty where it says nothing worth a line.</summary>
    public virtual string ShowIn(FieldNames names, Entity row) => Show(names, In(row));

    /// <summary>What was answered so far, as the one line that stands for the whole says it.</summary>
    public virtual IEnumerable<string> Recap(TurnContext turn, AnswerSheet sheet) =>
        sheet.Answers.TryGetValue(Key, out var answer) ? [answer.Shown] : [];

    /// <summary>A kept value as a cell of a table, from which it can be read again.</summary>
    public string Cell(FieldNames names, string? value) =>
        value is null or Dash or NotApplying ? Show(names, value) : CellOf(names, value);

    /// <summary>A cell of a table as a person would type it.</summary>
    public virtual string Typed(string cell) => cell;

    /// <summary>Whether it is answered by buttons with words, of which a table has none.</summary>
    internal virtual bool IsOfWords => false;

    /// <summary>What is left of a value in all its spellings; null where each is another value.</summary>
    internal virtual string? Bare(string value) => null;

    /// <summary>Whether it is files, which lie in a table of their own and are read from no column.</summary>
    internal virtual bool HoldsFiles => false;

    /// <summary>A kept value as the history notes it, which lets go of what the row itself has let go of.</summary>
    internal virtual string? Noted(string? value) => value;

    /// <summary>Ids of schools in the value, so that their names are read once for a whole list.</summary>
    internal virtual IEnumerable<string> SchoolsIn(string? value) => [];

    /// <summary>The same of municipalities.</summary>
    internal virtual IEnumerable<string> MunicipalitiesIn(string? value) => [];

    protected abstract string? Kept(Entity row);
    protected abstract void Keep(Entity row, string? value);

    protected virtual string Shown(FieldNames names, string value) => value;

    protected virtual string CellOf(FieldNames names, string value) => Shown(names, value);

    private void Mark(IHasUnsaid row, string? value)
    {
        row.Dashes.Remove(Key);
        row.NotApplying.Remove(Key);
        if (value == Dash)
            row.Dashes.Add(Key);
        if (value == NotApplying)
            row.NotApplying.Add(Key);
    }

    private Field With(Action change)
    {
        change();
        return this;
    }
}

/// <summary>A row of which it can be known that there is nothing to say.</summary>
public interface IHasUnsaid
{
    /// <summary>Keys of the fields that are known to be «—»: there is none.</summary>
    List<string> Dashes { get; }

    /// <summary>Keys of the fields that have no meaning for this row.</summary>
    List<string> NotApplying { get; }
}
