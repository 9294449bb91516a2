using System.Runtime.InteropServices;

namespace CuratorBot.Schools.Names;

/// <summary>Finds the entries that have every word of a name, in themselves or in their municipality.</summary>
internal sealed class WordSearch(NameTables tables, Sought sought)
{
    /// <summary>Fewer letters than this begin too many names.</summary>
    public const int ShortestBeginning = 3;

    private const int MostWords = 16;

    public List<Match> Equal(NameReading name) => Find(name, tables.Words.Equal);

    public List<Match> Beginning(NameReading name) =>
        Find(name, word => tables.Words.Beginning(word, ShortestBeginning));

    /// <summary>With up to one slip more in every word than would be taken for the name.</summary>
    public List<Match> Near(NameReading name) =>
        Find(name, word => tables.Words.Near(word, LooseLimit(word)));

    public static int LooseLimit(string word) =>
        Typo.Allowed(word.Length) is var allowed and > 0 ? allowed + 1 : 0;

    private List<Match> Find(NameReading name, Func<string, IEnumerable<WordHit>> hitsOf)
    {
        if (name.IsEmpty || name.Words.Count > MostWords)
            return [];
        Dictionary<int, Match>? found = null;
        foreach (var word in name.Words.OrderBy(NameWords.Russian.Types.Contains))
        {
            found = MatchesOf(hitsOf(word), found);
            if (found.Count == 0)
                return [];
        }
        return [.. found!.Values.Where(match => Fits(match, name)).OrderBy(match => match.Entry)];
    }

    /// <summary>What has one of these words, of those that had the words before.</summary>
    private Dictionary<int, Match> MatchesOf(IEnumerable<WordHit> hits, Dictionary<int, Match>? before)
    {
        var matches = new Dictionary<int, Match>();
        foreach (var hit in hits)
        foreach (var entry in tables.Words.EntriesOf(hit.Word))
        {
            Keep(matches, new(entry, hit.Slips, OwnWord: true), before);
            if (entry >= tables.SchoolsOf.Length || !sought.HasFlag(Sought.School))
                continue;
            foreach (var school in tables.SchoolsOf[entry])
                Keep(matches, new(school, hit.Slips, OwnWord: false), before);
        }
        return matches;
    }

    private static void Keep(Dictionary<int, Match> matches, Match match, Dictionary<int, Match>? before)
    {
        var earlier = default(Match);
        if (before is not null && !before.TryGetValue(match.Entry, out earlier))
            return;
        var slips = earlier.Slips + match.Slips;
        var ownWord = earlier.OwnWord || match.OwnWord;
        matches[match.Entry] = matches.TryGetValue(match.Entry, out var known)
            ? new(match.Entry, Math.Min(slips, known.Slips), ownWord || known.OwnWord)
            : new(match.Entry, slips, ownWord);
    }

    /// <summary>
    /// A school that only its municipality was named of is meant when schools are asked for; otherwise the
    /// municipality itself is.
    /// </summary>
    private bool Fits(Match match, NameReading name)
    {
        var kind = tables.Entries[match.Entry].Kind;
        if (!sought.HasFlag(kind))
            return false;
        return kind == Sought.Municipality
            ? !name.Generic
            : match.OwnWord || name.Generic || sought == Sought.School;
    }
}

/// <summary>An entry that a name may stand for.</summary>
/// <param name="Slips">Slips of the finger in all of its words.</param>
/// <param name="OwnWord">Whether a word is of the entry itself, not only of its municipality.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int Entry, int Slips, bool OwnWord);
