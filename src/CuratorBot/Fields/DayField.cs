using System.Globalization;
using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Fields;

/// <summary>A day, past or to come.</summary>
internal sealed class DayField<T>(string key, Expression<Func<T, DateOnly?>> property)
    : PropertyField<T, DateOnly?>(key, property)
    where T : Entity
{
    public override double Width => 14;

    /// <summary>The earliest is so many years ago.</summary>
    public int YearsBack { get; init; } = 10;

    /// <summary>The latest is in so many years; 0 for a day that cannot be still to come.</summary>
    public int YearsAhead { get; init; }

    /// <summary>Key of the field of the day before which it cannot be.</summary>
    public string? NotBefore { get; init; }

    /// <summary>Of a promise: today or later, within a year.</summary>
    public bool IsAhead { get; init; }

    /// <summary>How it is shown: «dotted», or «year» for words.</summary>
    public string Style { get; init; } = "dotted";

    public override string Typed(string cell) => CellText.DayOf(cell);

    protected override Question Asked() =>
        IsAhead
            ? new DateQuestion(Key) { IsAhead = true }
            : new DateQuestion(Key)
            {
                YearsBack = YearsBack,
                YearsAhead = YearsAhead,
                NotBefore = NotBefore,
            };

    protected override string? Write(DateOnly? value) =>
        value?.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture);

    protected override DateOnly? Read(string? kept) => kept is null ? null : DateQuestion.Stored(kept);

    protected override string Shown(FieldNames names, string value) =>
        RussianDates.Show(DateQuestion.Stored(value), Style);

    /// <summary>Whatever is shown elsewhere: a table is read by dotted days.</summary>
    protected override string CellOf(FieldNames names, string value) =>
        RussianDates.Show(DateQuestion.Stored(value), "dotted");
}
