namespace CuratorBot.Roster;

/// <summary>Who else has the name of a new row: perhaps another person, perhaps the same with a new number.</summary>
internal sealed class Namesakes
{
    private readonly ILookup<string, RosterRecord> _older;
    private readonly ILookup<string, string> _newPhones;

    public Namesakes(IReadOnlyList<CheckedRow> rows, RosterRecords records)
    {
        var inFile = rows.Select(row => row.Phone).ToHashSet();
        _older = records
            .Kept.Where(record => !inFile.Contains(record.Entry.Phone))
            .ToLookup(record => record.NameWords);
        _newPhones = rows.Where(row => row.Phone is not null && records.WithPhone(row.Phone) is null)
            .ToLookup(row => row.NameWords, row => row.Phone!);
    }

    public bool Has(CheckedRow row) => IsTwiceInFile(row) || _older[row.NameWords].Any();

    /// <summary>Who she may have been before, if that can only be one; her number is not in the file.</summary>
    public RosterRecord? OlderSelfOf(CheckedRow row) =>
        !IsTwiceInFile(row) && _older[row.NameWords].ToList() is [var only] ? only : null;

    /// <summary>Numbers under which the roster has the name.</summary>
    public IEnumerable<string> OlderPhones(CheckedRow row) =>
        _older[row.NameWords].Select(record => record.Entry.Phone);

    private bool IsTwiceInFile(CheckedRow row) => _newPhones[row.NameWords].Distinct().Skip(1).Any();
}
