namespace CuratorBot.Events.Sentences;

/// <summary>Finds the days of a sentence: behind, ahead, or by when something is to be done.</summary>
internal sealed class DateFinder(Sentence sentence, DateOnly today)
{
    private const int MonthsBack = 6;

    /// <summary>Shorter words for days are read only as they should be written.</summary>
    private const int ShortestDay = 7;

    private static SentenceWordsFile Words => SentenceWords.Russian.File;
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    public List<SaidDate> Find()
    {
        var found = new List<SaidDate>();
        for (var at = 0; at < sentence.Count; )
        {
            var date = Due(at) ?? Several(at) ?? Single(at);
            if (date is not null)
            {
                found.Add(date);
                sentence.Take(date.At);
            }
            at = date?.At.To ?? at + 1;
        }
        return found;
    }

    private SaidDate? Due(int at)
    {
        if (sentence.Word(at) == Grammar.Within)
            return After(at);
        var before = sentence.Matches(at, Words.DueBefore);
        if (before == 0)
            return null;
        while (sentence.IsMark(at + before, ":") || sentence.Word(at + before) == Grammar.Until)
            before++;
        var isDue = sentence.Word(at) != Grammar.On;
        if (DayReader.Read(sentence, at + before) is { } day)
            return isDue || Held(day) is { Kind: DateKind.Ahead }
                ? new SaidDate(new Stretch(at, at + before + day.Length), DateKind.Due, Coming(day), null)
                : null;
        if (!isDue)
            return null;
        return Weekday(sentence.Word(at + before)) is { } weekday
                ? DueIn(at, before + 1, 1 + ((weekday - DayOfToday + 6) % 7))
            : Words.Days.TryGetValue(sentence.Word(at + before), out var days) && days > 0
                ? DueIn(at, before + 1, days)
            : null;
    }

    /// <summary>«через неделю», «через 3 дня».</summary>
    private SaidDate? After(int at)
    {
        var number = NumberReader.Read(sentence, at + 1);
        var unit = at + 1 + (number?.Length ?? 0);
        var count = number?.Value ?? 1;
        return sentence.Matches(unit, Grammar.Week) > 0 ? DueIn(at, unit + 1 - at, 7 * count)
            : Grammar.Day.Contains(sentence.Word(unit)) ? DueIn(at, unit + 1 - at, count)
            : null;
    }

    private SaidDate DueIn(int at, int length, int days) =>
        new(new Stretch(at, at + length), DateKind.Due, InDays(days), null);

    /// <summary>A number of days that leads beyond the calendar names no day.</summary>
    private DateOnly? InDays(long days) => Math.Abs(days) > 1000 ? null : today.AddDays((int)days);

    /// <summary>«с 14 по 16 марта», «14–16 марта», «14 и 15 марта», «14.03-16.03».</summary>
    private SaidDate? Several(int at)
    {
        var first = Grammar.From.Contains(sentence.Word(at)) ? at + 1 : at;
        var opening = DayReader.Read(sentence, first);
        var number = opening is null ? NumberReader.Read(sentence, first) : null;
        if (
            opening is null
            && (number is not { Value: >= 1 and <= 31 } || SchoolFinder.IsNumberOfSchool(sentence, first))
        )
            return null;
        var between = first + (opening?.Length ?? number!.Length);
        var link = Link(between);
        if (
            link.Length == 0
            || DayReader.Read(sentence, between + link.Length) is not { Month: not null } closing
        )
            return null;
        opening ??= closing with { Day = number!.Value };
        var span = new Stretch(at, between + link.Length + closing.Length);
        var (start, end) = (Held(opening with { Year = opening.Year ?? closing.Year }), Held(closing));
        var isRow =
            link.IsRange || (sentence.Word(between) != Grammar.Or && start.Day?.AddDays(1) == end.Day);
        return start.Kind == end.Kind && isRow && start.Day <= end.Day
            ? new SaidDate(span, end.Kind, start.Day, end.Day)
            : new SaidDate(span, end.Kind, null, null);
    }

    private (int Length, bool IsRange) Link(int at) =>
        sentence.IsMark(at, "-") || sentence.IsMark(at, "–") || sentence.IsMark(at, "—") ? (1, true)
        : Grammar.Through.Contains(sentence.Word(at)) ? (1, true)
        : sentence.Word(at) == Grammar.And || sentence.Word(at) == Grammar.Or ? (1, false)
        : (0, false);

    private SaidDate? Single(int at)
    {
        if (SentenceWords.NearNumber(SentenceWords.Russian.Days, sentence.Word(at), ShortestDay) is { } days)
            return new SaidDate(
                new Stretch(at, at + 1),
                days > 0 ? DateKind.Ahead : DateKind.Held,
                today.AddDays(days),
                null
            );
        if (DayReader.Read(sentence, at) is { } day)
        {
            var (kind, date) = Held(day);
            return new SaidDate(new Stretch(at, at + day.Length), kind, date, null);
        }
        return DaysAgo(at) ?? OnWeekday(at);
    }

    /// <summary>«три дня назад».</summary>
    private SaidDate? DaysAgo(int at) =>
        NumberReader.Read(sentence, at) is { IsOrdinal: false } number
        && Grammar.Day.Contains(sentence.Word(at + number.Length))
        && sentence.Word(at + number.Length + 1) == Grammar.Ago
            ? new SaidDate(
                new Stretch(at, at + number.Length + 2),
                DateKind.Held,
                InDays(-(long)NumberReader.Read(sentence, at)!.Value),
                null
            )
            : null;

    /// <summary>«в понедельник», «в прошлую пятницу»: not read where it may be one of two.</summary>
    private SaidDate? OnWeekday(int at)
    {
        if (!Grammar.In.Contains(sentence.Word(at)))
            return null;
        var isLast = sentence.Matches(at + 1, Grammar.LastOne) > 0;
        var isThis = sentence.Matches(at + 1, Grammar.ThisOne) > 0;
        var isNext = sentence.Matches(at + 1, Grammar.NextOne) > 0;
        var named = isLast || isThis || isNext ? at + 2 : at + 1;
        if (Weekday(sentence.Word(named)) is not { } weekday)
            return null;
        var span = new Stretch(at, named + 1);
        var ahead = weekday - DayOfToday;
        if (isNext)
            return new SaidDate(span, DateKind.Ahead, null, null);
        if (isThis)
            return new SaidDate(span, ahead > 0 ? DateKind.Ahead : DateKind.Held, today.AddDays(ahead), null);
        DateOnly? last = today.AddDays(ahead < 0 ? ahead : ahead - 7);
        var isSure = isLast ? ahead >= 0 : ahead != 0;
        return new SaidDate(span, DateKind.Held, isSure ? last : null, null);
    }

    /// <summary>From 0 for Monday.</summary>
    private int DayOfToday => ((int)today.DayOfWeek + 6) % 7;

    private static int? Weekday(string word)
    {
        var found = Array.FindIndex(Words.Weekdays, forms => forms.Contains(word));
        return found < 0 ? null : found;
    }

    /// <summary>
    /// Without a year it is the last such day, unless that is long ago: then it is still to come. A day of
    /// more than a year ago, and one that does not exist, is left open.
    /// </summary>
    private (DateKind Kind, DateOnly? Day) Held(SaidDay day)
    {
        if (day.Month is null)
            return (
                DateKind.Held,
                DateOf(day, today.Year, today.Month) is { } date && date <= today ? date : null
            );
        if (day.Year is { } year)
            return DateOf(day, year, day.Month.Value) is not { } exact ? (DateKind.Held, null)
                : exact > today ? (DateKind.Ahead, exact)
                : (DateKind.Held, exact < today.AddYears(-1) ? null : exact);
        var thisYear = DateOf(day, today.Year, day.Month.Value);
        if (thisYear <= today)
            return (DateKind.Held, thisYear);
        var lastYear = DateOf(day, today.Year - 1, day.Month.Value);
        return lastYear >= today.AddMonths(-MonthsBack) ? (DateKind.Held, lastYear)
            : thisYear is null ? (DateKind.Held, null)
            : (DateKind.Ahead, thisYear);
    }

    /// <summary>The next such day; nothing when it has only just gone by.</summary>
    private DateOnly? Coming(SaidDay day)
    {
        var month = day.Month ?? today.Month;
        if (DateOf(day, day.Year ?? today.Year, month) is not { } date)
            return null;
        if (date >= today)
            return date;
        if (day.Year is not null)
            return null;
        return day.Month is null ? DateOf(day, today.AddMonths(1).Year, today.AddMonths(1).Month)
            : date < today.AddMonths(-MonthsBack) ? DateOf(day, today.Year + 1, month)
            : null;
    }

    private static DateOnly? DateOf(SaidDay day, int year, int month) =>
        year is >= 2000 and <= 2100 && day.Day >= 1 && day.Day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day.Day)
            : null;
}
