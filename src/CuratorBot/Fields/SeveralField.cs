using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;

namespace CuratorBot.Fields;

/// <summary>Any number of a few. A list that is narrowed by one of them has the rows that name it among others.</summary>
internal sealed class SeveralField<T>(
    string key,
    Expression<Func<T, List<string>>> property,
    IReadOnlyList<string> options
) : PropertyField<T, List<string>>(key, property)
    where T : Entity
{
    private const string Between = "; ";

    public override IReadOnlyList<string> Options => options;
    public override double Width => 40;
    internal override bool IsOfWords => true;

    protected override Question Asked() =>
        new SeveralQuestion(
            Key,
            asking =>
                new([.. options.Select(value => new Option(asking.Text($"options.{value}").Text, value))])
        );

    protected override Expression Has(string value) =>
        Expression.Call(
            Property.Lambda.Body,
            typeof(List<string>).GetMethod(nameof(List<string>.Contains))!,
            Expression.Constant(value)
        );

    protected override string? Write(List<string> value) =>
        value.Count == 0 ? null : SeveralQuestion.Stored(value);

    protected override List<string> Read(string? kept) => [.. SeveralQuestion.In(kept)];

    protected override string Shown(FieldNames names, string value) =>
        string.Join(", ", Labels(names, value));

    protected override string CellOf(FieldNames names, string value) =>
        string.Join(Between, Labels(names, value));

    private IEnumerable<string> Labels(FieldNames names, string value) =>
        SeveralQuestion.In(value).Select(one => names.Own($"{Key}.options.{one}") ?? one);
}
