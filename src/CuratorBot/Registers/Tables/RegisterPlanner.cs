using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tables;

namespace CuratorBot.Registers.Tables;

/// <summary>
/// Compares a table with a register. A cell is read exactly as if it had been typed into the chat, so both take
/// and refuse the same. A blank cell changes nothing.
/// </summary>
internal sealed class RegisterPlanner
{
    /// <summary>Of a cell that cannot be right, in characters.</summary>
    private const int MostQuoted = 60;

    private readonly TurnContext _turn;
    private readonly Register _register;
    private readonly RegisterForm _form;
    private readonly NameIndex _index;
    private readonly Scope _scope;
    private readonly TableColumns<string> _columns;
    private readonly RegisterNames _names;
    private readonly Dictionary<string, RegisterRow> _known;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private RegisterPlanner(
        TurnContext turn,
        Register register,
        RegisterForm form,
        NameIndex index,
        TableColumns<string> columns,
        RegisterNames names,
        Dictionary<string, RegisterRow> known
    )
    {
        (_turn, _register, _form, _index, _columns, _names, _known) = (
            turn,
            register,
            form,
            index,
            columns,
            names,
            known
        );
        _scope = register.MayWrite(turn.Who);
    }

    public static async Task<RegisterPlan> Plan(
        TurnContext turn,
        Register register,
        NameIndexCache nameIndex,
        Table table,
        TableColumns<string> columns
    )
    {
        var known = await register.List(turn.Db, RegisterQuery.ToWrite(register, turn.Who));
        var byKey = new Dictionary<string, RegisterRow>(StringComparer.Ordinal);
        foreach (var row in known)
            byKey.TryAdd(KeyOf(register, row, field => field.In(row)), row);
        var planner = new RegisterPlanner(
            turn,
            register,
            new RegisterForm(register, nameIndex),
            await nameIndex.For(turn.Db, turn.Revision),
            columns,
            await RegisterNames.Of(turn, register, known),
            byKey
        );
        var planned = new List<PlannedRegisterRow>();
        foreach (
            var row in table
                .Rows.Skip(columns.HeaderPlace + 1)
                .Where(row => row.Cells.Any(cell => cell.Length > 0))
        )
            planned.Add(await planner.Read(row));
        return new RegisterPlan(planned);
    }

    private async Task<PlannedRegisterRow> Read(TableRow row)
    {
        var fresh = _register.New(0);
        if (await PutPlace(row, fresh) is { } noPlace)
            return Bad(row, noPlace);
        var (values, problem) = await Values(row);
        if (problem is not null)
            return Bad(row, problem);
        await _names.Learn(_turn, [.. values.Select(pair => (_register.Find(pair.Key)!, pair.Value))]);
        var (asOf, wrongDay) = await AsOf(row);
        if (wrongDay is not null)
            return Bad(row, wrongDay);
        var key = KeyOf(_register, fresh, field => values.GetValueOrDefault(field.Key));
        if (!_seen.TryAdd(key, row.Number))
            return Bad(row, _turn.Texts.Plain("registers.problems.twice", ("row", _seen[key])));
        return _known.TryGetValue(key, out var known)
            ? Compare(row, known, values, asOf)
            : New(row, fresh, values, asOf);
    }

    private PlannedRegisterRow New(
        TableRow row,
        RegisterRow fresh,
        Dictionary<string, string?> values,
        DateOnly asOf
    )
    {
        var lacking = _register
            .Fields.Where(field => !field.IsOptional && !field.HoldsFiles)
            .Where(field => values.GetValueOrDefault(field.Key) is null)
            .Select(field => _names.LabelOf(field))
            .ToList();
        return lacking.Count > 0
            ? Bad(row, _turn.Texts.Plain("registers.problems.lacks", ("fields", string.Join(", ", lacking))))
            : new(row.Number, NameOf(row), RowVerdict.New, "", fresh, values, asOf);
    }

    private PlannedRegisterRow Compare(
        TableRow row,
        RegisterRow known,
        Dictionary<string, string?> values,
        DateOnly asOf
    )
    {
        var state = _columns.LineIn(row, RegisterColumns.State);
        if (
            state.Length > 0
            && !state.Equals(_names.StateOf(known.State), StringComparison.OrdinalIgnoreCase)
        )
            return Bad(
                row,
                _turn.Texts.Plain("registers.problems.state", ("state", _names.StateOf(known.State)))
            );
        var changes = values
            .Select(pair => (Field: _register.Find(pair.Key)!, Value: pair.Value))
            .Where(pair => pair.Field.In(known) != pair.Value)
            .Select(pair =>
                _turn.Texts.Plain(
                    "registers.preview.change",
                    ("label", _names.LabelOf(pair.Field)),
                    (
                        "before",
                        pair.Field.In(known) is { } before
                            ? pair.Field.Show(_names, before)
                            : _turn.Texts.Plain("registers.blank")
                    ),
                    ("after", pair.Field.Show(_names, pair.Value))
                )
            )
            .ToList();
        return new(
            row.Number,
            NameOf(row),
            changes.Count > 0 ? RowVerdict.Changed : RowVerdict.Same,
            string.Join("; ", changes),
            known,
            values,
            asOf
        );
    }

    /// <summary>The cells that hold something, as the fields keep it; a problem ends the row.</summary>
    private async Task<(Dictionary<string, string?> Values, string? Problem)> Values(TableRow row)
    {
        var (values, sheet) = (new Dictionary<string, string?>(), new AnswerSheet());
        foreach (var field in _register.Fields.Where(field => !field.HoldsFiles))
        {
            if (_columns.In(row, field.Key).Trim() is not { Length: > 0 } cell)
                continue;
            var (answer, problem) = await Typed(field.Ask(), field.Typed(cell), sheet);
            if (answer is null)
                return (
                    values,
                    _turn.Texts.Plain(
                        "registers.problems.cell",
                        ("label", _names.LabelOf(field)),
                        ("cell", Shortened(cell)),
                        ("why", problem)
                    )
                );
            sheet.Give(field.Key, answer);
            values[field.Key] = answer.Value;
        }
        return (values, null);
    }

    private async Task<(DateOnly Day, string? Problem)> AsOf(TableRow row)
    {
        var cell = _columns.LineIn(row, RegisterColumns.AsOf);
        if (cell.Length == 0)
            return (_turn.Today, null);
        var question = _form.Find(RegisterForm.AsOfKey)!;
        var (answer, problem) = await Typed(question, CellText.DayOf(cell), new AnswerSheet());
        return answer is null
            ? (
                default,
                _turn.Texts.Plain("registers.problems.asOf", ("cell", Shortened(cell)), ("why", problem))
            )
            : (DateQuestion.Stored(answer.Value), null);
    }

    /// <summary>As if she had typed it into the chat.</summary>
    private async Task<(Answer? Answer, string? Problem)> Typed(
        Question question,
        string cell,
        AnswerSheet sheet
    ) =>
        await question.Read(new Asking(_turn.Typing(cell), _form, sheet, question)) switch
        {
            Reading.Taken taken => (taken.Answer, null),
            Reading.Refused refused => (null, refused.Why.Text),
            _ => (null, _turn.Texts.Plain("registers.problems.unclear")),
        };

    /// <returns>What is wrong with the place; null when it is in the row now.</returns>
    private async Task<string?> PutPlace(TableRow row, RegisterRow fresh)
    {
        string In(string column) => _columns.LineIn(row, column);
        var (region, place, school, other) = (
            In(RegisterColumns.Region),
            In(RegisterColumns.Municipality),
            In(RegisterColumns.School),
            In(RegisterColumns.Other)
        );
        string? municipality = null;
        if (place.Length > 0)
        {
            var (found, problem) = Named(place, Sought.Municipality, _ => true);
            if (found is null)
                return problem;
            municipality = found.Id;
        }
        if (school.Length > 0 && _register.Over.HasFlag(Over.School))
        {
            var (found, problem) = Named(
                school,
                Sought.School,
                one => _scope.Includes(one) && (municipality is null || one.MunicipalityId == municipality)
            );
            if (found is null)
                return problem;
            await RegisterPlace.Put(_turn, _scope, fresh, RegisterPlace.Of(found));
            if (!_register.Over.HasFlag(Over.PairOfSchools))
                return null;
            if (other.Length == 0)
                return _turn.Texts.Plain("registers.problems.noOther");
            var (partner, unknown) = Named(other, Sought.School, _ => true);
            fresh.OtherSchoolId = partner?.Id;
            return partner is null ? unknown
                : partner.Id == fresh.SchoolId ? _turn.Texts.Plain("registers.sameSchool")
                : null;
        }
        if (municipality is not null && _register.Over.HasFlag(Over.Municipality))
            return await RegisterPlace.Put(_turn, _scope, fresh, $"municipality:{municipality}")
                ? null
                : _turn.Texts.Plain("registers.problems.notYours", ("place", place));
        if (region.Length > 0 && _register.Over.HasFlag(Over.Region))
            return await RegisterPlace.Put(_turn, _scope, fresh, RegisterPlace.OfRegion(region))
                ? null
                : _turn.Texts.Plain("registers.problems.notYours", ("place", region));
        return _turn.Texts.Plain("registers.problems.noPlace");
    }

    private (Named? Found, string? Problem) Named(string typed, Sought sought, Func<Named, bool> visible) =>
        _index.FindExactly(typed, sought, visible) switch
        {
            NameAnswer.Found found => (found.One, null),
            NameAnswer.Ambiguous several => (
                null,
                _turn.Texts.Plain(
                    "registers.problems.several",
                    ("place", Shortened(typed)),
                    ("names", string.Join(", ", several.Candidates.Take(4).Select(one => one.Name)))
                )
            ),
            _ => (null, _turn.Texts.Plain("registers.problems.unknown", ("place", Shortened(typed)))),
        };

    private static string KeyOf(Register register, RegisterRow row, Func<Field, string?> valueOf) =>
        string.Join(
            '\u001f',
            new[] { row.SchoolId, row.OtherSchoolId, row.MunicipalityId, row.Region }.Concat(
                register.Key.Select(key => valueOf(register.Find(key)!))
            )
        );

    /// <summary>Whose row it is, as the file says it.</summary>
    private string NameOf(TableRow row) =>
        new[] { RegisterColumns.School, RegisterColumns.Municipality, RegisterColumns.Region }
            .Select(column => _columns.LineIn(row, column))
            .FirstOrDefault(name => name.Length > 0)
        ?? "";

    private static string Shortened(string cell) =>
        cell.Length <= MostQuoted ? cell : $"{cell[..(MostQuoted - 1)]}…";

    private PlannedRegisterRow Bad(TableRow row, string says) =>
        new(
            row.Number,
            NameOf(row),
            RowVerdict.Bad,
            says,
            null,
            new Dictionary<string, string?>(),
            _turn.Today
        );
}
