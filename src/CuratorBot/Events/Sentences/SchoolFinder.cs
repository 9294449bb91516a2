using CuratorBot.Conversations.Questions;
using CuratorBot.Schools.Names;

namespace CuratorBot.Events.Sentences;

/// <summary>
/// Finds the schools that a sentence names: «СОШ №3», «третья школа», «в третьей», «Тюменевская школа»,
/// «в Решетино». A town is a place and no school, but tells apart schools of one number.
/// </summary>
internal sealed class SchoolFinder(Sentence sentence, SchoolNames names)
{
    private const int WordsBefore = 2;
    private const int WordsBehind = 7;
    private const int ShortestName = SchoolNames.Shortest;
    private const int ShortestWithSlips = 6;
    private const int LongestPlace = 2;

    private static readonly NameWords Names = NameWords.Russian;

    private static SentenceWordsFile Words => SentenceWords.Russian.File;
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    public List<SchoolMention> Find()
    {
        var found = new List<SchoolMention>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsTaken(at) || found.Exists(mention => mention.At.Has(at)))
                continue;
            var mention =
                IsSchoolWord(at) ? ByWord(at)
                : Grammar.BeforePlace.Contains(sentence.Word(at)) ? ByOrdinal(at) ?? ByName(at)
                : found.LastOrDefault()?.At.To == at ? AndAnother(at)
                : null;
            if (mention is null)
                continue;
            found.Add(mention);
            sentence.Take(mention.At);
        }
        return [.. found.Select(names.Placed)];
    }

    /// <summary>«СОШ 3»: the number says which school.</summary>
    public static bool IsNumberOfSchool(Sentence sentence, int at) =>
        (sentence[at] is { } token && token.Start > 0 && sentence.Text[..token.Start].TrimEnd().EndsWith('№'))
        || ClassOf(sentence.Word(at - 1)) is WordClass.Type or WordClass.Generic;

    private static WordClass? ClassOf(string word) => SchoolNames.ClassOf(word);

    private bool IsSchoolWord(int at) => ClassOf(sentence.Word(at)) is WordClass.Type or WordClass.Generic;

    /// <summary>The longest run of words around «школа» or «СОШ» that is the name of a school.</summary>
    private SchoolMention? ByWord(int at)
    {
        var (first, last) = (BoundBefore(at), BoundBehind(at));
        return Runs(first, at, last).Select(names.Exact).FirstOrDefault(mention => mention is not null)
            ?? WithSlips(at)
            ?? Numbered(at);
    }

    private static IEnumerable<Stretch> Runs(int first, int at, int last) =>
        from length in Enumerable.Range(1, last - first).Reverse()
        from start in Enumerable.Range(first, at - first + 1).Reverse()
        where start + length > at && start + length <= last
        select new Stretch(start, start + length);

    private int BoundBefore(int at)
    {
        var first = at;
        while (
            first > at - WordsBefore
            && IsPart(first - 1)
            && !Grammar.BeforePlace.Contains(sentence.Word(first - 1))
        )
            first--;
        return first;
    }

    private int BoundBehind(int at)
    {
        var last = at + 1;
        while (last < at + WordsBehind && IsPart(last) && !CountsPeople(at, last) && !BeginsAnother(last))
            last++;
        return last;
    }

    /// <summary>«СОШ №3 и СОШ №10», but «Серп и Молот».</summary>
    private bool BeginsAnother(int at) =>
        IsAndOr(at) && (IsSchoolWord(at + 1) || NumberReader.Read(sentence, at + 1) is not null);

    private bool IsAndOr(int at) =>
        sentence.Word(at) is var word && (word == Grammar.And || word == Grammar.Or);

    private bool IsPart(int at) =>
        sentence[at] is { } token
        && !sentence.IsTaken(at)
        && (token.Kind != TokenKind.Mark || token.Text is "«" or "»" or "\"");

    /// <summary>«в школе 12 педагогов»; but behind «СОШ» a number is that of the school.</summary>
    private bool CountsPeople(int school, int at) =>
        NumberReader.Read(sentence, at) is { IsOrdinal: false } number
        && !(at == school + 1 && (ClassOf(sentence.Word(school)) == WordClass.Type || IsNumberSign(at)))
        && PeopleWords.From(sentence, at + number.Length) is not null;

    private bool IsNumberSign(int at) => sentence.Text[..sentence.Tokens[at].Start].TrimEnd().EndsWith('№');

    /// <summary>One word beside «школа», misspelt.</summary>
    private SchoolMention? WithSlips(int at) =>
        new[] { new Stretch(at - 1, at + 1), new Stretch(at, at + 2) }
            .Where(span => span.From >= 0 && span.To <= sentence.Count)
            .Select(span => (span, other: sentence.Word(span.From == at ? at + 1 : at - 1)))
            .Where(run => run.other.Length >= ShortestWithSlips && ClassOf(run.other) is null)
            .Where(run => SentenceWords.Near(SentenceWords.Russian.People, run.other) is null)
            .Select(run =>
                names.Meant(run.other) is { } school
                    ? new SchoolMention(run.span, names.Of(run.span), [school])
                    : null
            )
            .FirstOrDefault(mention => mention is not null);

    /// <summary>A school with a number that is none of hers.</summary>
    private SchoolMention? Numbered(int at) =>
        NumberReader.Read(sentence, at + 1) is { IsOrdinal: false } number && !CountsPeople(at, at + 1)
            ? new SchoolMention(
                new Stretch(at, at + 1 + number.Length),
                names.Of(new Stretch(at, at + 1 + number.Length)),
                []
            )
            : null;

    /// <summary>«в третьей», where no other noun follows.</summary>
    private SchoolMention? ByOrdinal(int at)
    {
        if (NumberReader.Read(sentence, at + 1) is not { IsOrdinal: true } number)
            return null;
        var last = at + number.Length;
        var ending = sentence.Said(new Stretch(last, last + 1));
        var behind = sentence.Word(last + 1);
        if (
            !Grammar.OrdinalOfSchool.Any(one => ending.EndsWith(one, StringComparison.OrdinalIgnoreCase))
            || Words.NotSchools.Contains(behind)
            || ClassOf(behind) is WordClass.Type or WordClass.Generic
            || TypedDate.MonthOf(behind) is not null
        )
            return null;
        return names.Numbered(new Stretch(at + 1, last + 1), number.Value);
    }

    /// <summary>«в Решетино», «в Тюменевской»: the name itself, and not that of a town.</summary>
    private SchoolMention? ByName(int at) =>
        Enumerable
            .Range(1, LongestPlace)
            .Reverse()
            .Select(length => new Stretch(at + 1, at + 1 + length))
            .Where(span =>
                span.To <= sentence.Count && Enumerable.Range(span.From, span.To - span.From).All(IsName)
            )
            .Where(span => !Names.File.Kinds.Values.Any(forms => forms.Contains(sentence.Word(span.To))))
            .Select(names.OnlySchools)
            .FirstOrDefault(mention => mention is not null);

    private bool IsName(int at) =>
        sentence.IsFree(at)
        && sentence.Word(at) is { Length: >= ShortestName } word
        && ClassOf(word) is null
        && !SentenceWords.Russian.OrdinalForms.ContainsKey(word);

    /// <summary>«СОШ №3 и №10».</summary>
    private SchoolMention? AndAnother(int at)
    {
        if (!IsAndOr(at) || NumberReader.Read(sentence, at + 1) is not { IsOrdinal: false } number)
            return null;
        var behind = at + 1 + number.Length;
        var isSchool =
            PeopleWords.From(sentence, behind) is null
            && TypedDate.MonthOf(sentence.Word(behind)) is null
            && (IsNumberSign(at + 1) || sentence[behind] is null or { Kind: TokenKind.Mark });
        var span = new Stretch(at, behind);
        return isSchool
            ? names.Numbered(span, number.Value) ?? new SchoolMention(span, names.Of(span), [])
            : null;
    }
}
