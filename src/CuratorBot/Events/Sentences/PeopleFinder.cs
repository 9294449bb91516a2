namespace CuratorBot.Events.Sentences;

/// <param name="Value">Negative where it is only known about how many.</param>
/// <param name="IsTotal">«всего 15»: what else is counted is part of them.</param>
/// <param name="WhoAt">Place of the word for the people, if there is one.</param>
internal sealed record PeopleCount(Stretch At, int Value, int? Base, bool IsTotal, int? WhoAt);

/// <summary>Finds how many people took part, and of how many.</summary>
internal sealed class PeopleFinder(Sentence sentence, Predicate<int> counts)
{
    private static SentenceWordsFile Words => SentenceWords.Russian.File;
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    public Said<int>? People { get; private set; }
    public Said<int>? Base { get; private set; }

    /// <summary>All the counts, those too that do not say how many took part.</summary>
    public IReadOnlyList<PeopleCount> Found => _found;

    /// <summary>From here on it is told who some of them were: «из них 3 завуча».</summary>
    public int SomeOfThemFrom { get; private set; }

    private readonly List<PeopleCount> _found = [];

    public void Find()
    {
        SomeOfThemFrom = sentence.Count;
        for (var at = 0; at < sentence.Count; )
        {
            if (sentence.Matches(at, Words.AmongThem) > 0)
                SomeOfThemFrom = Math.Min(SomeOfThemFrom, at);
            var count = at < SomeOfThemFrom && Open(at) ? At(at) : null;
            if (count is not null)
            {
                _found.Add(count);
                sentence.Take(count.At);
            }
            at = count?.At.To ?? at + 1;
        }
        Settle(_found);
    }

    private bool Open(int at) => counts(at) && sentence.IsFree(at);

    private void Settle(IReadOnlyList<PeopleCount> found)
    {
        var exact = found.Where(count => count.Value >= 0).ToList();
        var total = exact.Find(count => count.IsTotal);
        var values = total is null ? exact.DistinctBy(count => count.Value).ToList() : [total];
        if (values is not [var only] || found.Any(count => count.Value < 0))
            return;
        People = new Said<int>(only.Value, sentence.Said(only.At));
        var ofAll = exact.Where(count => count.Base is not null).ToList();
        if (ofAll is [{ Base: { } all } one] && all >= only.Value)
            Base = new Said<int>(all, sentence.Said(one.At));
        else if (OutOf() is { } outOf && outOf.Value >= only.Value)
            Base = outOf;
    }

    private PeopleCount? At(int at) => NumberFirst(at) ?? WhoFirst(at) ?? Attended(at);

    /// <summary>«12 педагогов», «44 (45 %) из 97 педагогов», «трое».</summary>
    private PeopleCount? NumberFirst(int at)
    {
        if (NumberReader.Read(sentence, at) is not { IsOrdinal: false } number)
            return null;
        var behind = BehindPercent(at + number.Length);
        int? all = null;
        if (
            sentence.Word(behind) == Grammar.OutOf
            && NumberReader.Read(sentence, behind + 1) is { IsOrdinal: false } outOf
        )
        {
            all = outOf.Value;
            behind = BehindPercent(behind + 1 + outOf.Length);
        }
        var who = PeopleWords.From(sentence, behind);
        if (who is null && all is null && !number.IsOfPeople)
            return null;
        if (sentence.Word(at - 1) == Grammar.OutOf && all is null)
            return null;
        var value = IsApproximate(at) ? -1 : number.Value;
        return new PeopleCount(new Stretch(at, (who ?? behind - 1) + 1), value, all, IsTotal(at), who);
    }

    /// <summary>«участников: 12», «участников 30»; «человек двадцать» is only about twenty.</summary>
    private PeopleCount? WhoFirst(int at)
    {
        if (PeopleWords.At(sentence, at) is null)
            return null;
        var behind = at + 1;
        var isList = false;
        while (
            sentence.IsMark(behind, ":")
            || sentence.IsMark(behind, "—")
            || sentence.Matches(behind, Words.Attended) > 0
        )
            (behind, isList) = (behind + 1, true);
        if (
            !sentence.IsFree(behind)
            || NumberReader.Read(sentence, behind) is not { IsOrdinal: false } number
            || IsPercent(behind + number.Length)
            || IsOfClasses(behind)
            || PeopleWords.From(sentence, behind + number.Length) is not null
        )
            return null;
        var isExact = isList || sentence.Tokens[behind].Kind == TokenKind.Number;
        return new PeopleCount(
            new Stretch(at, behind + number.Length),
            isExact ? number.Value : -1,
            Base: null,
            IsTotal: false,
            at
        );
    }

    /// <summary>«присутствовало 12», «нас было 6», «приняли участие 28 из 31».</summary>
    private PeopleCount? Attended(int at)
    {
        if (sentence.Matches(at, Words.Attended.Concat(Words.InTotal)) == 0)
            return null;
        var behind = at + 1;
        while (
            sentence.Matches(behind, Words.Attended.Concat(Words.InTotal)) > 0 || sentence.IsMark(behind, ":")
        )
            behind++;
        if (
            !sentence.IsFree(behind) || NumberReader.Read(sentence, behind) is not { IsOrdinal: false } number
        )
            return null;
        var end = behind + number.Length;
        return sentence[end] is null or { Kind: TokenKind.Mark, Text: not "%" }
            ? new PeopleCount(
                new Stretch(at, end),
                IsApproximate(behind) ? -1 : number.Value,
                Base: null,
                IsTotal(behind),
                WhoAt: null
            )
            : null;
    }

    /// <summary>«из 31 педагога … было 29».</summary>
    private Said<int>? OutOf()
    {
        for (var at = 0; at < sentence.Count - 1; at++)
            if (
                sentence.Word(at) == Grammar.OutOf
                && NumberReader.Read(sentence, at + 1) is { IsOrdinal: false } number
                && PeopleWords.From(sentence, at + 1 + number.Length) is { } who
            )
                return new Said<int>(number.Value, sentence.Said(new Stretch(at, who + 1)));
        return null;
    }

    private bool IsPercent(int at) => sentence.IsMark(at, "%") || sentence.Matches(at, Grammar.Percent) > 0;

    /// <summary>«учителя 5, 6 и 7 классов».</summary>
    private bool IsOfClasses(int at)
    {
        while (
            NumberReader.Read(sentence, at) is not null
            || sentence.IsMark(at, ",")
            || sentence.Word(at) == Grammar.And
        )
            at++;
        return sentence.Matches(at, Grammar.SchoolClass) > 0;
    }

    /// <summary>Over «(45,4 %)».</summary>
    private int BehindPercent(int at) =>
        sentence.IsMark(at, "(") && sentence.IsMark(at + 2, "%") && sentence.IsMark(at + 3, ")")
            ? at + 4
            : at;

    private bool IsApproximate(int at) =>
        sentence.Matches(at - 1, Words.Approximately) > 0
        || sentence.Matches(at - 2, Grammar.RoughlyInTwoWords) > 0;

    private bool IsTotal(int at) =>
        Words.InTotal.Contains(sentence.Word(at - 1)) || Words.InTotal.Contains(sentence.Word(at - 2));
}
