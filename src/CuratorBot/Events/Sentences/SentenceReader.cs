using CuratorBot.Schools;

namespace CuratorBot.Events.Sentences;

/// <summary>
/// Reads one sentence as a report of an event. It knows nothing but the words, the schools and the day; what
/// can be read in two ways is not read.
/// </summary>
/// <param name="types">The kinds of events.</param>
/// <param name="schools">The names of all schools and towns.</param>
public sealed class SentenceReader(IReadOnlyList<EventType> types, NameIndex schools)
{
    /// <summary>More is no sentence but a text.</summary>
    private const int LongestText = 1_000;

    /// <param name="visible">Which schools the person may report of.</param>
    public ReportSentence Read(string text, Func<Named, bool> visible, DateOnly today)
    {
        if (text.Length > LongestText)
            return new ReportSentence { Mood = SentenceMood.Other };
        var sentence = new Sentence(text);
        var dates = new DateFinder(sentence, today).Find();
        var promises = new PromiseFinder(sentence, dates);
        promises.Find();
        var mood = new MoodReader(sentence, dates, promises.Spans);
        var read = new ReportSentence { Mood = mood.Read() };
        bool Counts(int at) =>
            !promises.Spans.Exists(span => span.Has(at)) && !mood.Negated.Exists(span => span.Has(at));

        var named = new SchoolFinder(sentence, new SchoolNames(sentence, schools, visible))
            .Find()
            .FindAll(mention => Counts(mention.At.From));
        read = SchoolOf.Sentence(read, sentence, named);
        read = DayOf.Sentence(read, sentence, [.. dates.Where(date => Counts(date.At.From))]);
        var people = new PeopleFinder(sentence, Counts);
        people.Find();
        read = TypeOf.Sentence(read, sentence, types, Counts, named.Count > 0);
        read = read with
        {
            People = people.People,
            Base = people.Base,
            Audience = new AudienceFinder(sentence, Counts, people).Find(),
            Format = FormatFinder.Find(sentence, Counts),
            Next = promises.Next,
            Result = promises.Result,
            CheckBack = promises.CheckBack,
        };
        return SaysEnough(read) ? read : read with { Mood = SentenceMood.Other };
    }

    /// <summary>A kind of event, or a school together with a day or with people; less may mean anything.</summary>
    private static bool SaysEnough(ReportSentence read) =>
        read.Type is not null
        || read.UnclearType is not null
        || (
            (read.School ?? (object?)read.UnclearSchool) is not null
            && (read.NamesADay || read.People is not null)
        );
}
