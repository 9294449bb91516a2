using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Fields;

/// <summary>A field that keeps the answer as it is.</summary>
internal abstract class WordField<T>(string key, Expression<Func<T, string?>> property)
    : PropertyField<T, string?>(key, property)
    where T : Entity
{
    protected override string? Write(string? value) => value;

    protected override string? Read(string? kept) => kept;
}

/// <summary>A text on one line or several.</summary>
/// <param name="longest">In characters.</param>
internal sealed class TextField<T>(string key, Expression<Func<T, string?>> property, int longest)
    : WordField<T>(key, property)
    where T : Entity
{
    public override bool IsFreeText => true;
    public override double Width => Math.Clamp(longest / 4.0, 14, 50);

    /// <summary>What is left of a value in all its spellings; null where each is another value.</summary>
    public Func<string, string>? BareOf { get; init; }

    internal override string? Bare(string value) => BareOf?.Invoke(value);

    /// <summary>Says why a text may not be kept; null for one that may.</summary>
    public Func<Asking, string, RichText?>? Refuses { get; init; }

    protected override Question Asked() => new TextQuestion(Key, longest) { Refuses = Refuses };
}

/// <summary>A link to a page or a document.</summary>
internal sealed class LinkField<T>(string key, Expression<Func<T, string?>> property)
    : WordField<T>(key, property)
    where T : Entity
{
    public override bool IsFreeText => true;
    public override double Width => 40;

    protected override Question Asked() => new EvidenceQuestion(Key, wantsLink: true);
}

/// <summary>One of a few.</summary>
internal sealed class ChoiceField<T>(
    string key,
    Expression<Func<T, string?>> property,
    IReadOnlyList<string> options
) : WordField<T>(key, property)
    where T : Entity
{
    public override IReadOnlyList<string> Options => options;
    internal override bool IsOfWords => true;

    /// <summary>Buttons side by side.</summary>
    public int PerRow { get; init; } = 1;

    protected override Question Asked() => new ChoiceQuestion(Key, [.. options]) { PerRow = PerRow };

    protected override string Shown(FieldNames names, string value) =>
        names.Own($"{Key}.options.{value}") ?? value;
}
