using System.Globalization;
using CuratorBot.Schools;
using CuratorBot.Schools.Names;

namespace CuratorBot.Events.Sentences;

/// <param name="Schools">Those of hers that it may be; empty for one that is not hers.</param>
internal sealed record SchoolMention(Stretch At, string Name, IReadOnlyList<Named> Schools);

/// <summary>Looks parts of a sentence up among the names of schools.</summary>
internal sealed class SchoolNames(Sentence sentence, NameIndex index, Func<Named, bool> visible)
{
    /// <summary>Fewer letters are no name of a place.</summary>
    public const int Shortest = 4;

    private static readonly NameWords Names = NameWords.Russian;
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    public static WordClass? ClassOf(string word) => word.Length == 0 ? null : Names.Known(word)?.Class;

    /// <summary>The part, if it is the name of a school as it is known.</summary>
    public SchoolMention? Exact(Stretch span)
    {
        var name = Of(span);
        var tells = name.Split(' ')
            .Any(word => char.IsDigit(word[0]) || (ClassOf(word) is null && word.Length >= Shortest));
        if (!tells || IsMany(span) || TellsNothing(span.From) || TellsNothing(span.To - 1))
            return null;
        return index.FindExactly(name, Sought.School, visible) is { } answer && NamesASchool(name)
            ? new SchoolMention(span, name, SchoolsIn(answer))
            : null;
    }

    /// <summary>«школа Кузнецка» names a town only, unless it is the one school of its kind there.</summary>
    private bool NamesASchool(string name) =>
        name.Any(char.IsDigit)
        || index.FindExactly(name, Sought.Either, _ => true)
            is not NameAnswer.Found { One.Kind: Sought.Municipality };

    private bool TellsNothing(int at) => ClassOf(sentence.Word(at)) == WordClass.Noise;

    /// <summary>«3 школы» are several, «3 школа» is one.</summary>
    private bool IsMany(Stretch span) =>
        NumberReader.Read(sentence, span.From) is { IsOrdinal: false }
        && Grammar.SeveralSchools.Contains(sentence.Word(span.From + 1));

    /// <summary>A school that only its number is said of.</summary>
    public SchoolMention? Numbered(Stretch span, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Names.File.Generic[0]} {number}");
        return index.FindExactly(name, Sought.School, visible) is { } answer
            ? new SchoolMention(span, name, SchoolsIn(answer))
            : null;
    }

    /// <summary>The part, if it is a name that only schools have.</summary>
    public SchoolMention? OnlySchools(Stretch span) =>
        index.FindExactly(Of(span), Sought.Either, _ => true) is { } any
        && Everything(any) is { Count: > 0 } all
        && all.All(named => named.Kind == Sought.School)
            ? new SchoolMention(span, Of(span), [.. all.Where(visible)])
            : null;

    /// <summary>As typed, or in the nominative of a school.</summary>
    public Named? Meant(string typed) =>
        new[] { typed, WordStem.Of(typed) + Grammar.NominativeOfSchool }
            .Select(name => index.Find($"{Names.File.Generic[0]} {name}", Sought.School, visible))
            .OfType<NameAnswer.Found>()
            .Select(found => found.One)
            .FirstOrDefault(school => FirstOf(school, typed) == typed[0]);

    /// <summary>The letter with which the likest word of a school's name begins; a slip rarely changes it.</summary>
    private static char FirstOf(Named school, string typed) =>
        school
            .Name.ToLowerInvariant()
            .Split(' ', '-')
            .Where(word => word.Length >= Shortest)
            .OrderBy(word => Typo.Distance(typed, word, typed.Length))
            .Select(word => word[0])
            .FirstOrDefault();

    /// <summary>The words of the name, with numbers in digits.</summary>
    public string Of(Stretch span)
    {
        var words = new List<string>();
        for (var at = span.From; at < span.To; )
        {
            var number = NumberReader.Read(sentence, at);
            if (number is not null && at + number.Length <= span.To)
                words.Add(number.Value.ToString(CultureInfo.InvariantCulture));
            else if (sentence.Tokens[at].Kind != TokenKind.Mark && sentence.Word(at) != Grammar.Number)
                words.Add(sentence.Tokens[at].Text);
            at += number is not null && at + number.Length <= span.To ? number.Length : 1;
        }
        return string.Join(' ', words);
    }

    /// <summary>Of several schools of one name that one is meant which lies in the town that was named.</summary>
    public SchoolMention Placed(SchoolMention mention)
    {
        if (mention.Schools.Count < 2)
            return mention;
        var places = Places().ToList();
        var there = mention
            .Schools.Where(school => school.MunicipalityId is { } id && places.Contains(id))
            .ToList();
        return there.Count > 0 ? mention with { Schools = there } : mention;
    }

    private IEnumerable<string> Places() =>
        from at in Enumerable.Range(0, sentence.Count)
        where !sentence.IsTaken(at) && sentence.Word(at).Length >= Shortest
        let answer = index.FindExactly(sentence.Word(at), Sought.Municipality, _ => true)
        from named in answer is null ? [] : Everything(answer)
        select named.Id;

    private List<Named> SchoolsIn(NameAnswer answer) => [.. Everything(answer).Where(visible)];

    private static IReadOnlyList<Named> Everything(NameAnswer answer) =>
        answer switch
        {
            NameAnswer.Found found => [found.One],
            NameAnswer.Ambiguous several => several.Candidates,
            _ => [],
        };
}
