using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Fields;

/// <summary>A text that offers what was written in it before, so that one thing is not written in five ways.</summary>
/// <param name="longest">In characters.</param>
internal sealed class KnownTextField<T>(string key, Expression<Func<T, string?>> property, int longest)
    : WordField<T>(key, property)
    where T : Entity
{
    /// <summary>So that a table does not ask the database at each of its cells.</summary>
    private volatile Remembered? _remembered;

    public override bool IsFreeText => true;
    public override double Width => Math.Clamp(longest / 4.0, 20, 50);

    /// <summary>The rows that whoever is asked may read; told by what holds the field, before it is asked.</summary>
    public Func<Asking, Task<IQueryable<T>>>? Readable { get; set; }

    /// <summary>Key of the text with what is offered beside it; null for nothing.</summary>
    public string? Usual { get; init; }

    internal override string? Bare(string value) => Spelling.BareOf(value);

    protected override Question Asked() => new KnownTextQuestion(Key, longest, Written) { Usual = Usual };

    private async ValueTask<IReadOnlyList<string>> Written(Asking asking)
    {
        var (revision, person) = (asking.Turn.Revision, asking.Turn.Who.PersonId);
        if (_remembered is { } known && known.Revision == revision && known.PersonId == person)
            return known.Texts;
        var rows = await (Readable ?? throw new InvalidOperationException($"«{Key}» belongs to nothing."))(
            asking
        );
        var texts = await rows.Select(Property.Lambda)
            .Where(text => text != null)
            .GroupBy(text => text!)
            .OrderByDescending(alike => alike.Count())
            .ThenBy(alike => alike.Key)
            .Select(alike => alike.Key)
            .ToListAsync();
        _remembered = new Remembered(revision, person, texts);
        return texts;
    }

    private sealed record Remembered(long Revision, long PersonId, IReadOnlyList<string> Texts);
}
