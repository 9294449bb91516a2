namespace CuratorBot.Events.Sentences;

/// <summary>Finds what came of it: what was decided, and what is to be done by when.</summary>
internal sealed class PromiseFinder(Sentence sentence, IReadOnlyList<SaidDate> dates)
{
    private static SentenceWordsFile Words => SentenceWords.Russian.File;

    public Said<string>? Next { get; private set; }
    public Said<string>? Result { get; private set; }

    /// <summary>Null when none was said, or several.</summary>
    public Said<DateOnly>? CheckBack { get; private set; }

    /// <summary>The parts that are about what comes next: no day in them is the day of the event.</summary>
    public List<Stretch> Spans { get; } = [];

    public void Find()
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Spans.Exists(span => span.Has(at)) || IsGoverned(at))
                continue;
            if (Next is null && sentence.Matches(at, Words.Next) > 0)
                Next = Outcome(at, until: Words.Result);
            else if (Result is null && sentence.Matches(at, Words.Result) > 0)
                Result = Outcome(at, until: Words.Next);
        }
        foreach (var due in dates.Where(date => date.Kind == DateKind.Due))
            TakeDue(due);
        CheckBack = dates.Where(IsAhead).DistinctBy(date => date.From).ToList() is [{ From: { } day } only]
            ? new Said<DateOnly>(day, sentence.Said(only.At))
            : null;
    }

    private bool IsAhead(SaidDate date) =>
        date.Kind == DateKind.Due
        || (date.Kind == DateKind.Ahead && Spans.Exists(span => span.Has(date.At.From)));

    /// <summary>«по итогам», «о решении»: said of something else.</summary>
    private bool IsGoverned(int at) => at > 0 && Words.About.Contains(sentence.Word(at - 1));

    private Said<string> Outcome(int at, string[] until)
    {
        var span = new Stretch(at, EndOf(at, until));
        span = span with { To = WithoutLast(span, ",") };
        var text = sentence.Said(span with { To = WithoutDay(span) });
        Spans.Add(span);
        sentence.Take(span);
        return new Said<string>(text, sentence.Said(span));
    }

    /// <summary>To the end of the sentence, but not over something that stands for itself.</summary>
    private int EndOf(int at, string[] until)
    {
        for (var end = at + 1; end < sentence.Count; end++)
        {
            if (sentence.Tokens[end].EndsSentence || sentence.Matches(end, until) > 0)
                return end;
            if (sentence.IsMark(end, ",") && StandsForItself(sentence.Clause(end + 1)))
                return end;
        }
        return sentence.Count;
    }

    private bool StandsForItself(Stretch clause) =>
        PeopleWords.AreCountedIn(sentence, clause)
        || (clause.To - clause.From == 1 && FormatFinder.Is(sentence, clause.From));

    private int WithoutLast(Stretch span, string mark) =>
        sentence.IsMark(span.To - 1, mark) ? span.To - 1 : span.To;

    /// <summary>Without the days at its end and what leads to them.</summary>
    private int WithoutDay(Stretch span)
    {
        var end = span.To;
        while (
            dates.FirstOrDefault(date => date.At.To == end && date.At.From > span.From) is { } last
            && last.Kind != DateKind.Held
        )
        {
            end = last.At.From;
            while (end > span.From + 1 && (sentence.IsMark(end - 1, ",") || sentence.IsMark(end - 1, "(")))
                end--;
        }
        return end;
    }

    /// <summary>«до 25 марта подготовить приказ»: without any other word it says that something is to come.</summary>
    private void TakeDue(SaidDate due)
    {
        if (Spans.Exists(span => span.Has(due.At.From)))
            return;
        var clause = sentence.Clause(due.At.From);
        if (due.At.From == clause.From && due.At.To < clause.To && Next is null)
        {
            var rest = new Stretch(due.At.To, clause.To);
            Next = new Said<string>(sentence.Said(rest), sentence.Said(clause));
            Spans.Add(clause);
            sentence.Take(clause);
        }
        else
            Spans.Add(due.At);
    }
}
