using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Fields;

/// <summary>A month, kept as its first day.</summary>
internal sealed class MonthField<T>(string key, Expression<Func<T, DateOnly?>> property)
    : PropertyField<T, DateOnly?>(key, property)
    where T : Entity
{
    public override double Width => 16;

    /// <summary>The earliest is so many years ago.</summary>
    public int YearsBack { get; init; } = 10;

    /// <summary>The latest is in so many years; 0 for a month that cannot be still to come.</summary>
    public int YearsAhead { get; init; }

    protected override Question Asked() =>
        new MonthQuestion(Key) { MonthsBack = 12 * YearsBack, MonthsAhead = 12 * YearsAhead };

    protected override string? Write(DateOnly? value) =>
        value is { } month ? MonthQuestion.Answered(month).Value : null;

    protected override DateOnly? Read(string? kept) => kept is null ? null : MonthQuestion.Stored(kept);

    protected override string Shown(FieldNames names, string value) =>
        RussianDates.Show(MonthQuestion.Stored(value), "month");
}
