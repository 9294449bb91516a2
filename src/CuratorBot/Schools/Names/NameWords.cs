using System.Collections.Frozen;
using CuratorBot.Data;

namespace CuratorBot.Schools.Names;

internal enum WordClass
{
    /// <summary>Says of what kind a municipality is: city, district, okrug.</summary>
    Kind,

    /// <summary>Says of what type a school is.</summary>
    Type,

    /// <summary>«School» of whatever type.</summary>
    Generic,
    Region,

    /// <summary>Tells nothing apart: a preposition, a legal form, «village».</summary>
    Noise,
}

/// <summary>A word that is no name. <paramref name="Means"/> is the kind or type that it stands for.</summary>
internal sealed record KnownWord(WordClass Class, string Means, RegionWord? Region = null);

/// <summary>A word for a region and how its name stands beside it: as an adjective before, or after it.</summary>
internal sealed record RegionWord(string[] Words, string[] Adjectives, bool NamedAfter);

/// <summary>An ending of the nominative and what the other cases have in its place.</summary>
internal sealed record CaseEnding(string Ending, string[] Forms);

/// <summary>Everything that the search knows of Russian, read once from the names file.</summary>
internal sealed class NameWords
{
    private readonly FrozenDictionary<string, KnownWord> _words;
    private readonly FrozenDictionary<string, KnownWord>.AlternateLookup<ReadOnlySpan<char>> _spans;

    private NameWords(NamesFile file)
    {
        File = file;
        _words = AllWords(file)
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Known, StringComparer.Ordinal);
        _spans = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Types = file.Types.Keys.ToFrozenSet(StringComparer.Ordinal);
        Endings = [.. file.Endings.OrderByDescending(ending => ending.Ending.Length)];
    }

    public static NameWords Russian { get; } = new(EmbeddedJson.Read<NamesFile>("names"));

    public NamesFile File { get; }
    public FrozenSet<string> Types { get; }

    /// <summary>The longest first.</summary>
    public CaseEnding[] Endings { get; }

    public KnownWord? Known(ReadOnlySpan<char> word) =>
        _spans.TryGetValue(word, out var known) ? known : null;

    private static IEnumerable<(string Word, KnownWord Known)> AllWords(NamesFile file) =>
        [
            .. file.Kinds.SelectMany(kind => Each(kind.Value, new(WordClass.Kind, kind.Key))),
            .. file.Types.SelectMany(type => Each(type.Value, new(WordClass.Type, type.Key))),
            .. Each(file.Generic, new(WordClass.Generic, "")),
            .. file.Regions.SelectMany(region => Each(region.Words, new(WordClass.Region, "", region))),
            .. Each(file.Noise, new(WordClass.Noise, "")),
        ];

    private static IEnumerable<(string, KnownWord)> Each(string[] words, KnownWord known) =>
        words.Select(word => (word, known));
}

/// <summary>The names file as it is written.</summary>
/// <param name="GenericType">The type that a school «of whatever type» may also be asked for as.</param>
internal sealed record NamesFile(
    Dictionary<string, string[]> Kinds,
    Dictionary<string, string[]> Types,
    string[] Generic,
    string GenericType,
    RegionWord[] Regions,
    string[] Noise,
    Dictionary<char, char> Letters,
    Dictionary<char, char> Layout,
    string[][] Transliteration,
    Dictionary<char, char> Lookalikes,
    CaseEnding[] Endings
);
