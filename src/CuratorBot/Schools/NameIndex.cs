using CuratorBot.Schools.Names;

namespace CuratorBot.Schools;

/// <summary>
/// Finds municipalities and schools by what people type: in any case form, abbreviated, with slips of the
/// finger or on the wrong keyboard. It never decides between two real names. Immutable; safe for threads.
/// </summary>
public sealed class NameIndex
{
    private readonly NameTables _tables;
    private readonly NameReader _reader = new(NameWords.Russian);

    public NameIndex(IEnumerable<Municipality> municipalities, IEnumerable<School> schools) =>
        _tables = new NameTablesBuilder(_reader, NameWords.Russian).Build(municipalities, schools);

    /// <param name="typed">What the person typed; of more than 300 characters the first 300 are read.</param>
    /// <param name="visible">What the person may see; nothing else is ever in the answer. Null: everything.</param>
    public NameAnswer Find(string typed, Sought sought = Sought.Either, Func<Named, bool>? visible = null)
    {
        var search = new NameSearch(_tables, sought, visible ?? (_ => true));
        var reading = _reader.Read(typed);
        if (search.Whole(reading, typed) is { } whole)
            return whole;

        List<NameReading> readings =
        [
            reading,
            .. OtherAlphabets.Of(typed, NameWords.Russian).Select(_reader.Read),
        ];
        return readings
                .Skip(1)
                .Select(other => search.Whole(other, ""))
                .FirstOrDefault(found => found is not null)
            ?? First(readings, search.Words)
            ?? First(readings, search.Beginning)
            ?? First(readings, search.Similar)
            ?? search.NothingBut(readings);
    }

    /// <summary>
    /// The same for words of which it is not known whether they are a name: only as it is known, in any case
    /// form but without slips. Null when nothing is called so, whoever may see it.
    /// </summary>
    public NameAnswer? FindExactly(string typed, Sought sought, Func<Named, bool> visible)
    {
        var search = new NameSearch(_tables, sought, visible);
        var reading = _reader.Read(typed);
        return reading.IsEmpty ? null : search.Whole(reading, "") ?? search.Words(reading);
    }

    private static NameAnswer? First(List<NameReading> readings, Func<NameReading, NameAnswer?> look) =>
        readings.Select(look).FirstOrDefault(found => found is not null);
}
