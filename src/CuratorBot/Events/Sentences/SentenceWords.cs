using System.Collections.Frozen;
using CuratorBot.Data;
using CuratorBot.Events.Listing;
using CuratorBot.Schools.Names;

namespace CuratorBot.Events.Sentences;

/// <summary>Everything that the reading of sentences knows of Russian, read once from the file of words.</summary>
internal sealed class SentenceWords
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _ordinalSuffixes;

    private SentenceWords(SentenceWordsFile file)
    {
        File = file;
        _ordinalSuffixes = file
            .Grammar.OrdinalSuffixes.ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Abbreviations = file.Abbreviations.ToFrozenSet(StringComparer.Ordinal);
        Days = file.Days.ToFrozenDictionary(StringComparer.Ordinal);
        Cardinals = NumbersOf(file.Cardinals);
        Collectives = NumbersOf(file.Collectives);
        OrdinalForms = (
            from stem in file.Ordinals
            from ending in file.OrdinalEndings
            select KeyValuePair.Create(stem.Key + ending, stem.Value)
        ).ToFrozenDictionary(StringComparer.Ordinal);
        People = (
            from kind in file.People
            from form in kind.FormsOfOne.Concat(kind.FormsOfMany).Append(kind.One).Append(kind.Many)
            group kind by form
        ).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public static SentenceWords Russian { get; } =
        new(EmbeddedJson.Read<SentenceWordsFile>("sentence-words"));

    public SentenceWordsFile File { get; }
    public SentenceGrammar Grammar => File.Grammar;
    public FrozenSet<string> Abbreviations { get; }
    public FrozenDictionary<string, int> Days { get; }
    public FrozenDictionary<string, int> Cardinals { get; }
    public FrozenDictionary<string, int> Collectives { get; }
    public FrozenDictionary<string, int> OrdinalForms { get; }
    public FrozenDictionary<string, PeopleWord> People { get; }

    /// <summary>What stands behind the hyphen of «3-я».</summary>
    public bool IsOrdinalSuffix(ReadOnlySpan<char> letters) => _ordinalSuffixes.Contains(letters);

    /// <summary>The word as it is known, or the only known one that is a slip of the finger away.</summary>
    public static T? Near<T>(FrozenDictionary<string, T> words, string typed, int shortest = 6)
        where T : class => words.GetValueOrDefault(typed) ?? OneSlipAway(words, typed, shortest);

    /// <summary>The number that a word stands for, or the only one that is a slip of the finger away.</summary>
    public static int? NearNumber(
        FrozenDictionary<string, int> words,
        string typed,
        int shortest = ShortestNumber
    ) =>
        words.TryGetValue(typed, out var known) ? known
        : typed.Length < shortest ? null
        : words
            .Where(pair => Typo.Distance(typed, pair.Key, 1) <= 1)
            .Select(pair => (int?)pair.Value)
            .Distinct()
            .ToList()
            is [var only]
            ? only
        : null;

    private const int ShortestNumber = 8;

    private static T? OneSlipAway<T>(FrozenDictionary<string, T> words, string typed, int shortest)
        where T : class =>
        typed.Length < shortest ? null
        : words
            .Where(pair => pair.Key.Length >= shortest && Typo.Distance(typed, pair.Key, 1) <= 1)
            .Select(pair => pair.Value)
            .Distinct()
            .ToList()
            is [var only]
            ? only
        : null;

    private static FrozenDictionary<string, int> NumbersOf(Dictionary<int, string[]> forms) =>
        (
            from number in forms
            from form in number.Value
            select KeyValuePair.Create(form, number.Key)
        ).ToFrozenDictionary(StringComparer.Ordinal);
}

/// <summary>A word for people.</summary>
/// <param name="Weight">0: says nothing of who they are («человек»); 1: says little; 2: says it.</param>
/// <param name="Whose">Pupils and parents are counted apart from all others.</param>
internal sealed record PeopleWord(
    string One,
    string Many,
    string[] FormsOfOne,
    string[] FormsOfMany,
    int Weight,
    Attendees Whose = Attendees.Participants
);

/// <summary>
/// The file of words as it is written. A word with a star at its end stands for all that begin so; several
/// words stand beside each other in a sentence.
/// </summary>
internal sealed record SentenceWordsFile(
    Dictionary<string, int> Days,
    string[][] Weekdays,
    Dictionary<int, string[]> Cardinals,
    Dictionary<int, string[]> Collectives,
    Dictionary<string, int> Ordinals,
    string[] OrdinalEndings,
    PeopleWord[] People,
    string[] AudienceDetails,
    string[] Approximately,
    string[] AmongThem,
    string[] Attended,
    string[] InTotal,
    string[] Abbreviations,
    string[] DueBefore,
    string[] Next,
    string[] Result,
    string[] Held,
    string[] NotDone,
    string[] Cancelled,
    string[] Ahead,
    string[] Asking,
    string[] Greetings,
    string[] Visited,
    string[] InPerson,
    string[] Remote,
    string[] Both,
    string[] About,
    string[] AboutNothing,
    string[] Topic,
    string[] Discussed,
    string[] NotSchools,
    Dictionary<string, string[]> Types,
    string[] AmbiguousTypes,
    string[] NotTypes,
    SentenceGrammar Grammar
);
