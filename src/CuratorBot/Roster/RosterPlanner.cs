using CuratorBot.Data;
using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>Compares the rows of a file with one another and with the roster. Changes nothing.</summary>
internal sealed class RosterPlanner
{
    private readonly RosterScope _scope;
    private readonly RosterNamesakes _answer;
    private readonly Namesakes _namesakes;
    private readonly RosterRecords _records;
    private readonly RosterWords _words;
    private readonly TextCatalogue _texts;
    private readonly List<CheckedRow> _rows;
    private readonly Dictionary<int, RosterLine> _lines = [];
    private readonly List<RosterStep> _steps = [];

    private RosterPlanner(
        List<CheckedRow> rows,
        RosterRecords records,
        RosterPlaces places,
        RosterScope scope,
        RosterNamesakes namesakes,
        TextCatalogue texts
    )
    {
        (_rows, _records, _scope, _answer, _texts) = (rows, records, scope, namesakes, texts);
        _namesakes = new Namesakes(rows, records);
        _words = new RosterWords(places, texts);
    }

    /// <param name="index">Of all names.</param>
    /// <param name="namesakes">How she answered the question about them.</param>
    public static async Task<RosterPlan> Plan(
        CuratorBotDb db,
        NameIndex index,
        RosterScope scope,
        IReadOnlyList<RosterRow> rows,
        RosterNamesakes namesakes,
        TextCatalogue texts
    )
    {
        var places = await RosterPlaces.Of(db, index, scope, texts);
        var check = new RosterCheck(places, scope, texts);
        List<CheckedRow> looked = [.. rows.Select(check.Check)];
        var records = await RosterRecords.Read(db, scope, looked.Select(row => row.Phone).OfType<string>());
        return new RosterPlanner(looked, records, places, scope, namesakes, texts).Make();
    }

    private RosterPlan Make()
    {
        foreach (var bad in _rows.Where(row => row.Problem is not null))
            Refuse(bad, bad.Problem!);
        var groups = _rows.Where(row => row.Problem is null).GroupBy(row => row.Phone!).ToList();
        foreach (var group in groups)
            Take([.. group]);
        return new RosterPlan(
            _scope,
            [.. _rows.Select(row => _lines[row.Row.Number])],
            _steps,
            [.. Missing().OrderBy(record => record.Entry.Name, RussianOrder.Names)]
        );
    }

    /// <summary>The rows of one number: one person with one role or several.</summary>
    private void Take(List<CheckedRow> rows)
    {
        if (!AgreeWithOneAnother(rows))
            return;
        var first = rows[0];
        var existing = _records.WithPhone(first.Phone!);
        if (existing is null && _namesakes.Has(first) && _answer != RosterNamesakes.OtherPeople)
        {
            var older = _namesakes.OlderSelfOf(first);
            if (_answer == RosterNamesakes.Unknown || older is null)
            {
                Ask(rows);
                return;
            }
            existing = older;
        }
        if (existing is not null && ProblemWith(existing, first) is { } problem)
            RefuseAll(rows, problem);
        else
            Add(rows, existing);
    }

    private void Add(List<CheckedRow> rows, RosterRecord? existing)
    {
        List<WantedRole> wanted = [.. rows.SelectMany(row => row.Roles)];
        var hers = existing?.Roles.Where(_scope.Covers).ToList() ?? [];
        var step = new RosterStep(
            existing,
            existing is not null && IsShared(existing) ? existing.Entry.Name : rows[0].Row.Name,
            rows[0].Phone!,
            EmailOf(rows, existing),
            [.. wanted.Where(role => !hers.Exists(other => IsSame(role, other)))],
            [.. hers.Where(role => !wanted.Exists(other => IsSame(other, role)))]
        );
        _steps.Add(step);
        var verdict =
            existing is null ? RowVerdict.New
            : step.ChangesAnything ? RowVerdict.Changed
            : RowVerdict.Same;
        foreach (var row in rows)
            _lines[row.Row.Number] = new RosterLine(row.Row, verdict, _words.OfStep(step));
    }

    private static string? EmailOf(List<CheckedRow> rows, RosterRecord? existing)
    {
        var said = rows.Select(row => row.Email).FirstOrDefault(email => email is not null);
        return said is null ? existing?.Entry.Email
            : said.Length == 0 ? null
            : said;
    }

    /// <summary>Rows of one number must tell of one person, and each of them something of its own.</summary>
    private bool AgreeWithOneAnother(List<CheckedRow> rows)
    {
        var first = rows[0];
        var disputed = BadRowOf(first)?.Row.Number;
        foreach (var (row, place) in rows.Select((row, place) => (row, place)).Skip(1))
        {
            var earlier = rows.Take(place);
            var key =
                row.NameWords != first.NameWords ? "otherName"
                : row.Email is not null && earlier.Any(one => one.Email is not null && one.Email != row.Email)
                    ? "otherEmail"
                : row.Roles.Any(role => earlier.Any(one => one.Roles.Contains(role))) ? "repeated"
                : null;
            if (key is null)
                continue;
            disputed = row.Row.Number;
            Refuse(row, _texts.Plain($"roster.problems.inFile.{key}", ("row", first.Row.Number)));
        }
        if (disputed is not { } other)
            return true;
        RefuseAll(
            rows.Where(row => !_lines.ContainsKey(row.Row.Number)),
            _texts.Plain("roster.problems.inFile.disputed", ("row", other))
        );
        return false;
    }

    /// <summary>
    /// Another row of the same person that is bad. Were it left out alone, she would lose the role that it
    /// names.
    /// </summary>
    private CheckedRow? BadRowOf(CheckedRow row) =>
        BadByPhone[row.Phone!].FirstOrDefault() ?? BadWithoutPhone[row.NameWords].FirstOrDefault();

    private ILookup<string, CheckedRow> BadByPhone =>
        field ??= _rows
            .Where(row => row is { Problem: not null, Phone: not null })
            .ToLookup(row => row.Phone!);

    private ILookup<string, CheckedRow> BadWithoutPhone =>
        field ??= _rows
            .Where(row => row is { Problem: not null, Phone: null })
            .ToLookup(row => row.NameWords);

    /// <summary>Whoever she shares with another coordinator keeps the name and e-mail that are there.</summary>
    private string? ProblemWith(RosterRecord existing, CheckedRow row) =>
        !IsShared(existing) ? null
        : existing.NameWords != row.NameWords ? _texts.Plain("roster.problems.phone.taken")
        : existing.Entry.Phone != row.Phone ? _texts.Plain("roster.problems.sharedPhone")
        : row.Email is not null && (existing.Entry.Email ?? "") != row.Email
            ? _texts.Plain("roster.problems.sharedEmail")
        : null;

    private bool IsShared(RosterRecord record) => !record.Roles.All(_scope.Covers);

    /// <summary>Whose row is bad is not missing, as far as her number or her name can be told.</summary>
    private IEnumerable<RosterRecord> Missing()
    {
        var inFile = _rows.Select(row => row.Phone).ToHashSet();
        var named = _rows
            .Where(row => _lines[row.Row.Number].Verdict is RowVerdict.Bad or RowVerdict.Unclear)
            .Select(row => row.NameWords)
            .ToHashSet();
        var renumbered = _steps.Select(step => step.Existing?.Entry.Id).OfType<long>().ToHashSet();
        return _records.Kept.Where(record =>
            !inFile.Contains(record.Entry.Phone)
            && !renumbered.Contains(record.Entry.Id)
            && !named.Contains(record.NameWords)
        );
    }

    private void RefuseAll(IEnumerable<CheckedRow> rows, string why)
    {
        foreach (var row in rows.ToList())
            Refuse(row, why);
    }

    private void Refuse(CheckedRow row, string why) =>
        _lines[row.Row.Number] = new RosterLine(row.Row, RowVerdict.Bad, why);

    private void Ask(List<CheckedRow> rows)
    {
        var phones = string.Join(", ", _namesakes.OlderPhones(rows[0]));
        var says =
            phones.Length == 0
                ? _texts.Plain("roster.problems.namesake.inFile")
                : _texts.Plain("roster.problems.namesake.inRoster", ("phone", phones));
        foreach (var row in rows)
            _lines[row.Row.Number] = new RosterLine(row.Row, RowVerdict.Unclear, says);
    }

    private static bool IsSame(WantedRole role, RosterRole other) =>
        role.Role == other.Role
        && role.SchoolId == other.SchoolId
        && role.MunicipalityId == other.MunicipalityId;
}
