using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;

namespace CuratorBot.Fields;

/// <summary>So many of so many, with the percent that was stated beside them where it is another one.</summary>
internal sealed class ShareField<T>(string key, Func<T, Share?> get, Action<T, Share?> set) : Field<T>(key)
    where T : Entity
{
    private readonly IReadOnlyList<string> _columns = [];

    public ShareField(
        string key,
        Expression<Func<T, int?>> part,
        Expression<Func<T, int?>> all,
        Expression<Func<T, decimal?>> stated
    )
        : this(key, new RowProperty<T, int?>(part), new(all), new(stated)) { }

    private ShareField(
        string key,
        RowProperty<T, int?> part,
        RowProperty<T, int?> all,
        RowProperty<T, decimal?> stated
    )
        : this(
            key,
            row =>
                part.Get(row) is { } some && all.Get(row) is { } whole
                    ? new Share(some, whole, stated.Get(row))
                    : null,
            (row, share) =>
            {
                part.Set(row, share?.Part);
                all.Set(row, share?.Base);
                stated.Set(row, share?.Stated);
            }
        ) => _columns = [part.Name, all.Name, stated.Name];

    public override IReadOnlyList<string> Columns => _columns;
    public override double Width => 20;

    protected override Question Asked() => new ShareQuestion(Key);

    protected override string? Kept(T row) => get(row)?.ToString();

    protected override void Keep(T row, string? value) =>
        set(row, value is null ? null : Share.Stored(value));

    protected override string Shown(FieldNames names, string value) =>
        ShareQuestion.Shown(names.Texts, Share.Stored(value));

    /// <summary>Without our own percent: whoever changes a number need not work it out again.</summary>
    protected override string CellOf(FieldNames names, string value) =>
        ShareQuestion.Written(names.Texts, Share.Stored(value));
}
