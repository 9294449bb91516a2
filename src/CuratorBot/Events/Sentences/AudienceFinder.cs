namespace CuratorBot.Events.Sentences;

/// <summary>Finds for whom an event was.</summary>
internal sealed class AudienceFinder(Sentence sentence, Predicate<int> counts, PeopleFinder people)
{
    private const int Telling = 2;

    private static SentenceWordsFile Words => SentenceWords.Russian.File;

    private sealed record Mention(PeopleWord Who, int At, bool IsOne);

    /// <summary>
    /// Those who were counted, or those whom it was for; nothing where they are of several kinds. To be
    /// asked when the topic is taken out: who stands there is talked about.
    /// </summary>
    public Said<string>? Find()
    {
        var counted = people
            .Found.Where(count => count.WhoAt is not null)
            .Select(count => new Mention(
                PeopleWords.At(sentence, count.WhoAt!.Value)!,
                count.WhoAt.Value,
                count.Value == 1
            ))
            .ToList();
        var others = Enumerable.Range(0, sentence.Count).Select(MentionAt).OfType<Mention>();
        var kinds = counted
            .Where(mention => mention.Who.Weight > 0)
            .DistinctBy(mention => mention.Who)
            .ToList();
        if (kinds.Count > 1)
            return null;
        var all = kinds is [{ Who.Weight: Telling }] ? counted : [.. counted, .. others];
        var weight = all.Select(mention => mention.Who.Weight).DefaultIfEmpty(0).Max();
        return
            weight > 0
            && all.Where(mention => mention.Who.Weight == weight).DistinctBy(mention => mention.Who).ToList()
                is [var only]
            ? Named(only)
            : null;
    }

    /// <summary>«директор провёл»: one person who does something is nobody's audience.</summary>
    private Mention? MentionAt(int at) =>
        at < people.SomeOfThemFrom
        && counts(at)
        && sentence.IsFree(at)
        && PeopleWords.At(sentence, at) is { } who
        && sentence.Word(at) != who.One
            ? new Mention(who, at, IsOne(at))
            : null;

    private Said<string> Named(Mention mention)
    {
        var end = mention.At + 1;
        while (Words.AudienceDetails.Contains(sentence.Word(end)))
            end++;
        var details = sentence.Said(new Stretch(mention.At + 1, end));
        var name = mention.IsOne ? mention.Who.One : mention.Who.Many;
        return new Said<string>(
            details.Length == 0 ? name : $"{name} {details}",
            sentence.Said(new Stretch(mention.At, end))
        );
    }

    private bool IsOne(int at) =>
        PeopleWords.At(sentence, at) is { } who
        && (who.One == sentence.Word(at) || who.FormsOfOne.Contains(sentence.Word(at)))
        && !who.FormsOfMany.Contains(sentence.Word(at));
}
