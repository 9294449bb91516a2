namespace CuratorBot.Events.Sentences;

/// <summary>Makes one day, or one row of days, of those that were named.</summary>
internal static class DayOf
{
    public static ReportSentence Sentence(
        ReportSentence read,
        Sentence sentence,
        IReadOnlyList<SaidDate> named
    )
    {
        var days = named.Where(date => date.Kind != DateKind.Due).ToList();
        read = read with { NamesADay = days.Count > 0 };
        if (days.Count == 0 || days.Exists(day => day.From is null))
            return read;
        if (days.Exists(day => day.Kind == DateKind.Ahead))
            return days is [{ To: null } only]
                ? read with
                {
                    Ahead = new Said<DateOnly>(only.From!.Value, sentence.Said(only.At)),
                }
                : read;
        var said = sentence.Said(new Stretch(days[0].At.From, days[^1].At.To));
        var (from, to) = (days.Min(day => day.From!.Value), days.Max(day => day.To ?? day.From!.Value));
        if (days.DistinctBy(day => (day.From, day.To)).Count() > 1 && !IsRow(sentence, days))
            return read;
        return read with
        {
            Date = new Said<DateOnly>(from, said),
            Until = to > from ? new Said<DateOnly>(to, said) : null,
        };
    }

    /// <summary>«во вторник 15 марта и в среду 16 марта»: one after the other, in words and in days.</summary>
    private static bool IsRow(Sentence sentence, IReadOnlyList<SaidDate> days)
    {
        var distinct = days.Select(day => day.From!.Value).Distinct().Order().ToList();
        var between = Enumerable
            .Range(days[0].At.From, days[^1].At.To - days[0].At.From)
            .Where(at => !days.Any(day => day.At.Has(at)));
        return days.All(day => day.To is null)
            && distinct[^1].DayNumber - distinct[0].DayNumber == distinct.Count - 1
            && between.All(at =>
                sentence.Word(at) == SentenceWords.Russian.Grammar.And
                || sentence.IsMark(at, ",")
                || sentence.IsMark(at, "(")
            );
    }
}
