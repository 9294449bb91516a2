using System.Globalization;
using System.Linq.Expressions;
using CuratorBot.Conversations;
using CuratorBot.Texts;

namespace CuratorBot.Registers;

/// <summary>A whole number; 0 is one.</summary>
internal sealed class NumberField<T>(string key, Expression<Func<T, int?>> property, int from, int to)
    : Field<T, int?>(key, property)
    where T : RegisterRow
{
    public override double Width => 14;

    /// <summary>Few numbers are chosen from and counted; many are typed.</summary>
    public override IReadOnlyList<string> Options =>
        to - from < 10 ? [.. Enumerable.Range(from, to - from + 1).Select(number => Write(number)!)] : [];

    protected override Question Asked() => new NumberQuestion(Key, from, to) { Optional = IsOptional };

    protected override string? Write(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    protected override int? Read(string? kept) =>
        kept is null ? null : int.Parse(kept, CultureInfo.InvariantCulture);
}

/// <summary>A day, past or to come.</summary>
/// <param name="yearsBack">The earliest is so many years ago.</param>
/// <param name="yearsAhead">The latest is in so many years; 0 for a day that cannot be still to come.</param>
internal sealed class DayField<T>(
    string key,
    Expression<Func<T, DateOnly?>> property,
    int yearsBack,
    int yearsAhead,
    string? notBefore
) : Field<T, DateOnly?>(key, property)
    where T : RegisterRow
{
    public override double Width => 14;

    protected override Question Asked() =>
        new DateQuestion(Key)
        {
            Optional = IsOptional,
            YearsBack = yearsBack,
            YearsAhead = yearsAhead,
            NotBefore = notBefore,
        };

    protected override string? Write(DateOnly? value) =>
        value?.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture);

    protected override DateOnly? Read(string? kept) => kept is null ? null : DateQuestion.Stored(kept);

    protected override string Shown(RegisterNames names, string value) =>
        RussianDates.Show(DateQuestion.Stored(value), "dotted");
}
