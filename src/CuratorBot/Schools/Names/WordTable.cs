using System.Numerics;
using System.Runtime.InteropServices;

namespace CuratorBot.Schools.Names;

/// <summary>Every word of every name, sorted, with the entries that have it.</summary>
internal sealed class WordTable
{
    private readonly string[] _words;
    private readonly Postings[] _entries;
    private readonly ulong[] _masks;
    private readonly int[] _lengths;

    public WordTable(Dictionary<string, Postings> entriesOfWords)
    {
        _words = [.. entriesOfWords.Keys];
        _words.AsSpan().Sort(string.CompareOrdinal);
        _entries = Array.ConvertAll(_words, word => entriesOfWords[word]);
        _masks = Array.ConvertAll(_words, word => Typo.Mask(word));
        _lengths = Array.ConvertAll(_words, word => word.Length);
    }

    public ReadOnlySpan<int> EntriesOf(int word) => _entries[word].AsSpan();

    /// <summary>The word itself, or nothing.</summary>
    public IEnumerable<WordHit> Equal(string typed)
    {
        var at = Array.BinarySearch(_words, typed, StringComparer.Ordinal);
        return at < 0 ? [] : [new(at, 0)];
    }

    /// <summary>The words that begin so. Numbers are not cut short.</summary>
    public IEnumerable<WordHit> Beginning(string typed, int shortest)
    {
        if (typed.Length < shortest || char.IsDigit(typed[0]))
            return Equal(typed);
        var hits = new List<WordHit>();
        var at = Array.BinarySearch(_words, typed, StringComparer.Ordinal);
        for (
            at = at < 0 ? ~at : at;
            at < _words.Length && _words[at].StartsWith(typed, StringComparison.Ordinal);
            at++
        )
            hits.Add(new(at, 0));
        return hits;
    }

    /// <summary>The words at most <paramref name="limit"/> slips away; a word that is known means itself.</summary>
    public IEnumerable<WordHit> Near(string typed, int limit)
    {
        if (
            limit == 0
            || char.IsDigit(typed[0])
            || Array.BinarySearch(_words, typed, StringComparer.Ordinal) >= 0
        )
            return Equal(typed);
        var mask = Typo.Mask(typed);
        var hits = new List<WordHit>();
        for (var at = 0; at < _words.Length; at++)
        {
            if (
                Math.Abs(_lengths[at] - typed.Length) > limit
                || BitOperations.PopCount(mask ^ _masks[at]) > 2 * limit
            )
                continue;
            var slips = Typo.Distance(typed, _words[at], limit);
            if (slips <= limit && !char.IsDigit(_words[at][0]))
                hits.Add(new(at, slips));
        }
        return hits;
    }
}

/// <summary>A word of the table that a typed word may stand for, and how many slips away it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordHit(int Word, int Slips);
