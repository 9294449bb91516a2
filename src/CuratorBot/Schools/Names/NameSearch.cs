namespace CuratorBot.Schools.Names;

/// <summary>
/// One search, from the surest way of finding to the least sure. Each way answers null when it found
/// nothing, so that the next may try. Rights come last: what is the nearest of all names is decided first,
/// so that a name that may not be seen is not answered with another that may.
/// </summary>
internal sealed class NameSearch(NameTables tables, Sought sought, Func<Named, bool> visible)
{
    private const int MostSuggestions = 5;

    /// <summary>Shorter beginnings are asked about, even of a single name.</summary>
    private const int ShortestSureBeginning = 4;

    private const int ShortestStem = 4;
    private const int LongestEnding = 3;

    private readonly WordSearch _words = new(tables, sought);

    /// <summary>The whole name, or the id, as it is known.</summary>
    public NameAnswer? Whole(NameReading name, string typed)
    {
        var table = name.AnyType ? tables.ByNameOfAnyType : tables.ByName;
        if (
            !table.TryGetValue(name.Key, out var entries)
            && !tables.ByName.TryGetValue(typed.Trim().ToLowerInvariant(), out entries)
            && (name.Words.Count < 2 || !tables.ByName.TryGetValue(name.Joined, out entries))
        )
            return null;
        var soughtEntries = Array.FindAll(entries.ToArray(), IsSought);
        return soughtEntries.Length == 0 ? null : Choice(OfNamedKind(name, soughtEntries));
    }

    public NameAnswer? Words(NameReading name)
    {
        var matches = _words.Equal(name);
        return matches.Count == 0
            ? null
            : Choice(OfNamedKind(name, [.. matches.Select(match => match.Entry)]));
    }

    public NameAnswer? Beginning(NameReading name)
    {
        var entries = _words.Beginning(name).Select(match => match.Entry).ToArray();
        if (entries.Length == 0)
            return null;
        entries = [.. PreferNamedKind(name, entries)];
        if (entries.Length > 1)
            return Choice(entries);
        var oneSlipAway = _words.Near(name).Where(match => match.Slips <= 1).Select(match => match.Entry);
        var all = entries.Union(oneSlipAway).Order().ToArray();
        var sure = name.Words.Any(word => word.Length >= ShortestSureBeginning || char.IsDigit(word[0]));
        return all.Length == 1 && sure ? Choice(all) : Question(all);
    }

    /// <summary>Silently only where one name is clearly the nearest: the next is two slips further.</summary>
    public NameAnswer? Similar(NameReading name)
    {
        var matches = _words.Near(name);
        if (matches.Count == 0)
            return null;
        var nearest = matches.Min(match => match.Slips);
        var close = matches.Where(match => match.Slips <= nearest + 1).OrderBy(match => match.Slips).ToList();
        var entries = close.Select(match => match.Entry).ToArray();
        var (sure, allowed) = (name.Words.Sum(SureSlips), name.Words.Sum(word => Typo.Allowed(word.Length)));
        if (nearest <= sure && entries.Length == 1)
            return Choice(entries);
        return nearest <= allowed ? Question([.. entries.Take(MostSuggestions)]) : Suggestions(entries);
    }

    /// <summary>When nothing was found: what has all but one of the words, or where a school of the name is.</summary>
    public NameAnswer NothingBut(List<NameReading> readings)
    {
        var entries = readings
            .SelectMany(reading => MunicipalitiesOfSchools(reading).Concat(AllButOneWord(reading)))
            .Distinct();
        return Suggestions(entries);
    }

    private static int SureSlips(string word) => word.Length < 8 ? Math.Min(1, Typo.Allowed(word.Length)) : 2;

    private IEnumerable<int> MunicipalitiesOfSchools(NameReading name) =>
        sought == Sought.Municipality
            ? new WordSearch(tables, Sought.School)
                .Equal(name)
                .Where(match => match.OwnWord)
                .Select(match => tables.Entries[match.Entry].MunicipalityId)
                .OfType<string>()
                .Where(tables.Municipalities.ContainsKey)
                .Select(id => tables.Municipalities[id])
            : [];

    private IEnumerable<int> AllButOneWord(NameReading name) =>
        name.Words.Count < 2
            ? []
            : name.Words.SelectMany(left =>
                _words
                    .Equal(name with { Words = [.. name.Words.Where(word => word != left)] })
                    .Select(match => match.Entry)
            );

    private bool IsSought(int entry) => sought.HasFlag(tables.Entries[entry].Kind);

    private bool IsOfKind(int entry, string kind) =>
        tables.Kinds[entry] is var known && (known == "" || known == kind);

    /// <summary>
    /// Narrows to the kind of municipality that was named. Where only others have the name («city» before
    /// the name of a district), those of the kind named that begin alike are put beside them.
    /// </summary>
    private IEnumerable<int> OfNamedKind(NameReading name, int[] entries)
    {
        if (name.Kind is not { } kind || name.Typed || Array.Exists(entries, entry => IsOfKind(entry, kind)))
            return PreferNamedKind(name, entries);
        var stems = name with { Words = [.. name.Words.Select(Stem)] };
        var alike = _words
            .Beginning(stems)
            .Select(match => match.Entry)
            .Where(entry => tables.Kinds[entry] == kind);
        return entries.Union(alike).Order();
    }

    private IEnumerable<int> PreferNamedKind(NameReading name, int[] entries) =>
        name.Kind is { } kind && Array.Exists(entries, entry => IsOfKind(entry, kind))
            ? entries.Where(entry => IsOfKind(entry, kind))
            : entries;

    private static string Stem(string word) =>
        word.Length > ShortestStem ? word[..Math.Max(ShortestStem, word.Length - LongestEnding)] : word;

    private NameAnswer Choice(IEnumerable<int> entries)
    {
        var seen = Visible(entries);
        return seen.Count switch
        {
            0 => new NameAnswer.Unknown([]),
            1 => new NameAnswer.Found(seen[0]),
            _ => new NameAnswer.Ambiguous(seen),
        };
    }

    /// <summary>Never settled silently: a single one left is only a suggestion.</summary>
    private NameAnswer Question(IEnumerable<int> entries) =>
        Visible(entries) is { Count: > 1 } seen ? new NameAnswer.Ambiguous(seen) : Suggestions(entries);

    private NameAnswer.Unknown Suggestions(IEnumerable<int> entries) =>
        new([.. Visible(entries).Take(MostSuggestions)]);

    private List<Named> Visible(IEnumerable<int> entries) =>
        [.. entries.Select(entry => tables.Entries[entry]).Where(visible)];
}
