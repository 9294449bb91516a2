using CuratorBot.Events.Reporting;

namespace CuratorBot.Events.Sentences;

/// <summary>Makes one kind of event of those that were named, with its topic and how many there were.</summary>
internal static class TypeOf
{
    private const string Visit = "school_visit";
    private const int FewestEvents = 2;

    public static ReportSentence Sentence(
        ReportSentence read,
        Sentence sentence,
        IReadOnlyList<EventType> types,
        Predicate<int> counts,
        bool namesASchool
    )
    {
        var finder = new TypeFinder(sentence, types, counts);
        var mentions = finder.Find().FindAll(mention => !finder.IsTopical(mention.At.From));
        var topic = new TopicFinder(
            sentence,
            at => counts(at) && !mentions.Exists(mention => mention.At.Has(at))
        ).Find(mentions.Count > 0 ? mentions[0].At.To : 0);
        if (topic is { } found)
        {
            read = read with { Topic = new Said<string>(found.Text, sentence.Said(found.At)) };
            var others = mentions.FindAll(mention => !found.At.Has(mention.At.From));
            mentions = others.Count > 0 ? others : mentions;
            sentence.Take(found.At);
        }
        var kinds = mentions.DistinctBy(mention => mention.Type.Id).ToList();
        if (kinds.Count == 0)
            return namesASchool && ByVisit(sentence, types, counts) is { } visit
                ? read with
                {
                    Type = visit,
                }
                : read with
                {
                    UnclearType = finder.Unclear(),
                };
        if (kinds.Count > 1)
            return read with { UnclearType = string.Join(' ', kinds.Select(kind => sentence.Said(kind.At))) };
        return read with
        {
            Type = new Said<EventType>(kinds[0].Type, sentence.Said(kinds[0].At)),
            Events = mentions
                .Select(mention => EventsBefore(sentence, mention.At))
                .FirstOrDefault(one => one is not null),
        };
    }

    /// <summary>Who was in a school has visited it, unless she says what else it was.</summary>
    private static Said<EventType>? ByVisit(
        Sentence sentence,
        IReadOnlyList<EventType> types,
        Predicate<int> counts
    ) =>
        types.FirstOrDefault(type => type.Id == Visit) is { } visit
        && Enumerable
            .Range(0, sentence.Count)
            .Where(at => counts(at) && sentence.Matches(at, SentenceWords.Russian.File.Visited) > 0)
            .Select(int? (at) => at)
            .FirstOrDefault()
            is { } verb
            ? new Said<EventType>(visit, sentence.Word(verb))
            : null;

    /// <summary>«3 консультации», «2 открытых урока»; not «в СОШ 3 консультация».</summary>
    private static Said<int>? EventsBefore(Sentence sentence, Stretch type)
    {
        for (var at = Math.Max(0, type.From - 2); at < type.From; at++)
        {
            if (
                NumberReader.Read(sentence, at) is { IsOrdinal: false, IsOfPeople: false } number
                && number.Value is >= FewestEvents and <= EventsCountField.Most
                && at + number.Length <= type.From
                && sentence.IsFree(at)
            )
                return new Said<int>(number.Value, sentence.Said(new Stretch(at, type.To)));
        }
        return null;
    }
}
