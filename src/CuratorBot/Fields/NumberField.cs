using System.Globalization;
using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Fields;

/// <summary>A whole number; 0 is one.</summary>
internal sealed class NumberField<T>(string key, Expression<Func<T, int?>> property, int from, int to)
    : PropertyField<T, int?>(key, property)
    where T : Entity
{
    public override double Width => 14;

    /// <summary>Few numbers are chosen from and counted; many are typed.</summary>
    public override IReadOnlyList<string> Options =>
        to - from < 10 ? [.. Enumerable.Range(from, to - from + 1).Select(number => Write(number)!)] : [];

    protected override Question Asked() => new NumberQuestion(Key, from, to);

    protected override string? Write(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    protected override int? Read(string? kept) =>
        kept is null ? null : int.Parse(kept, CultureInfo.InvariantCulture);
}
