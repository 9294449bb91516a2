using System.Linq.Expressions;
using CuratorBot.Conversations;

namespace CuratorBot.Registers;

/// <summary>A text on one line or several.</summary>
/// <param name="longest">In characters.</param>
internal sealed class TextField<T>(string key, Expression<Func<T, string?>> property, int longest)
    : Field<T, string?>(key, property)
    where T : RegisterRow
{
    public override double Width => Math.Clamp(longest / 4.0, 14, 50);

    protected override Question Asked() => new TextQuestion(Key, longest) { Optional = IsOptional };

    protected override string? Write(string? value) => value;

    protected override string? Read(string? kept) => kept;
}

/// <summary>A link to a page or a document.</summary>
internal sealed class LinkField<T>(string key, Expression<Func<T, string?>> property)
    : Field<T, string?>(key, property)
    where T : RegisterRow
{
    public override double Width => 40;

    protected override Question Asked() =>
        new EvidenceQuestion(Key, wantsLink: true) { Optional = IsOptional };

    protected override string? Write(string? value) => value;

    protected override string? Read(string? kept) => kept;
}

/// <summary>One of a few.</summary>
internal sealed class ChoiceField<T>(
    string key,
    Expression<Func<T, string?>> property,
    IReadOnlyList<string> options
) : Field<T, string?>(key, property)
    where T : RegisterRow
{
    public override IReadOnlyList<string> Options => options;

    protected override Question Asked() => new ChoiceQuestion(Key, [.. options]) { Optional = IsOptional };

    protected override string? Write(string? value) => value;

    protected override string? Read(string? kept) => kept;

    protected override string Shown(RegisterNames names, string value) =>
        names.Own($"{Key}.options.{value}") ?? value;
}
