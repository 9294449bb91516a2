using System.Runtime.InteropServices;

namespace CuratorBot.Schools.Names;

/// <summary>Gathers the names of municipalities and schools, with the case forms that nobody wrote down.</summary>
internal sealed class NameTablesBuilder(NameReader reader, NameWords language)
{
    private readonly List<Named> _entries = [];
    private readonly List<string> _kinds = [];
    private readonly Dictionary<string, Postings> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Postings> _byNameOfAnyType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Postings> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _municipalities = new(StringComparer.Ordinal);
    private readonly List<List<int>> _schoolsOf = [];
    private readonly List<HashSet<string>> _wordsOf = [];

    public NameTables Build(IEnumerable<Municipality> municipalities, IEnumerable<School> schools)
    {
        foreach (var municipality in municipalities)
            Add(municipality);
        foreach (var school in schools)
            Add(school);
        return new()
        {
            Entries = [.. _entries],
            Kinds = [.. _kinds],
            ByName = _byName,
            ByNameOfAnyType = _byNameOfAnyType,
            Words = new(_words),
            SchoolsOf = [.. _schoolsOf.Select(list => list.ToArray())],
            Municipalities = _municipalities,
        };
    }

    private void Add(Municipality municipality)
    {
        var entry = Enter(
            new(Sought.Municipality, municipality.Id, municipality.Name, municipality.Region, null)
        );
        _kinds[entry] = municipality.Kind;
        _municipalities[municipality.Id] = entry;
        _schoolsOf.Add([]);
        _wordsOf.Add(new(StringComparer.Ordinal));

        var name = reader.Read(municipality.Name);
        foreach (var words in CaseForms.Of(name.Words, language).Append([.. name.Words]))
            AddMunicipalityName(entry, words);
        foreach (var alias in municipality.Aliases)
            AddMunicipalityName(entry, reader.Read(alias).Words);
    }

    private void AddMunicipalityName(int entry, IReadOnlyList<string> words)
    {
        AddName(_byName, NameReading.KeyOf(words), entry);
        foreach (var word in words.Where(IsOurs))
        {
            AddName(_words, word, entry);
            _wordsOf[entry].Add(word);
        }
        if (words.Count > 1)
            AddName(_byName, string.Concat(words), entry);
    }

    private void Add(School school)
    {
        var named = new Named(
            Sought.School,
            school.Id,
            school.ShortName,
            school.Region,
            school.MunicipalityId
        );
        var entry = Enter(named);
        HashSet<string>? placeWords = null;
        if (school.MunicipalityId is { } id && _municipalities.TryGetValue(id, out var municipality))
        {
            _schoolsOf[municipality].Add(entry);
            placeWords = _wordsOf[municipality];
        }

        var shortName = reader.Read(school.ShortName);
        foreach (
            var name in school.Aliases.Select(reader.Read).Prepend(shortName).Append(reader.Read(school.Name))
        )
            AddSchoolName(entry, name, placeWords);
        AddWhatItIsCalledShortly(entry, shortName, placeWords);
        if (shortName.AnyType)
            AddName(_words, language.File.GenericType, entry);
    }

    private void AddSchoolName(int entry, NameReading name, HashSet<string>? placeWords)
    {
        AddSchoolKeys(entry, name.Words, name.AnyType);
        var own = name.Words.Where(word => IsOurs(word) && placeWords?.Contains(word) != true).ToList();
        foreach (var word in own)
            AddName(_words, word, entry);
        if (name.Typed)
            return;

        var letters = own.FindAll(word => !char.IsDigit(word[0]));
        AddName(_words, string.Concat(letters), entry);
        foreach (var word in CaseForms.Of(letters, language).SelectMany(form => form))
            AddName(_words, word, entry);
    }

    /// <summary>
    /// The number alone and the place alone, so that what is short for several schools is short for all of
    /// them, whether or not somebody wrote it down for one.
    /// </summary>
    private void AddWhatItIsCalledShortly(int entry, NameReading shortName, HashSet<string>? placeWords)
    {
        var numbered = shortName
            .Words.Where(word => char.IsDigit(word[0]) || language.Types.Contains(word))
            .ToList();
        if (numbered.Exists(word => char.IsDigit(word[0])))
            AddSchoolKeys(entry, numbered, shortName.AnyType);
        var place = shortName
            .Words.Except(numbered)
            .Where(word => placeWords?.Contains(word) != true)
            .ToList();
        if (place.Count > 0 && numbered.Count < 2)
            AddSchoolKeys(entry, place, anyType: false);
    }

    private void AddSchoolKeys(int entry, IReadOnlyList<string> words, bool anyType)
    {
        var key = NameReading.KeyOf(words);
        if (!anyType)
            AddName(_byName, key, entry);
        List<string> untyped = [.. words.Where(word => !language.Types.Contains(word))];
        AddName(_byNameOfAnyType, untyped.Count == words.Count ? key : NameReading.KeyOf(untyped), entry);
    }

    private int Enter(Named named)
    {
        _entries.Add(named);
        _kinds.Add("");
        AddName(_byName, named.Id.ToLowerInvariant(), _entries.Count - 1);
        return _entries.Count - 1;
    }

    private static void AddName(Dictionary<string, Postings> table, string name, int entry)
    {
        if (name.Length > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(table, name, out _).Add(entry);
    }

    /// <summary>Names in Latin are found as a whole only: their beginnings say less than they seem to.</summary>
    private static bool IsOurs(string word) => !word.AsSpan().ContainsAnyInRange('a', 'z');
}
