using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Importing;
using CuratorBot.Registers.Finding;
using CuratorBot.Schools;
using CuratorBot.Tables;

namespace CuratorBot.Registers.Tables;

/// <summary>
/// Compares a table with a register. A cell is read exactly as if it had been typed into the chat, so both take
/// and refuse the same. A blank cell changes nothing.
/// </summary>
internal sealed class RegisterPlanner
{
    private readonly TurnContext _turn;
    private readonly Register _register;
    private readonly RegisterForm _form;
    private readonly RowPlace _place;
    private readonly TableColumns<string> _columns;
    private readonly RegisterNames _names;
    private readonly Dictionary<string, RegisterRow> _known;
    private readonly Dictionary<long, RegisterRow> _readable;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(Field, string), Answer> _spelt = [];

    private RegisterPlanner(
        TurnContext turn,
        Register register,
        RegisterForm form,
        RowPlace place,
        TableColumns<string> columns,
        RegisterNames names,
        Dictionary<string, RegisterRow> known,
        Dictionary<long, RegisterRow> readable
    )
    {
        (_turn, _register, _form, _place, _columns, _names, _known, _readable) = (
            turn,
            register,
            form,
            place,
            columns,
            names,
            known,
            readable
        );
    }

    public static async Task<RegisterPlan> Plan(
        TurnContext turn,
        Register register,
        NameIndexCache nameIndex,
        Table table,
        TableColumns<string> columns
    )
    {
        var readable = await register.List(
            turn.Db,
            await RegisterQuery.ToRead(turn, register, RegisterFilter.All)
        );
        var byKey = new Dictionary<string, RegisterRow>(StringComparer.Ordinal);
        foreach (var row in readable.Where(row => RegisterCard.MayWrite(register, turn.Who, row)))
            byKey.TryAdd(RegisterKey.Of(register, row), row);
        var planner = new RegisterPlanner(
            turn,
            register,
            new RegisterForm(register, nameIndex),
            new RowPlace(turn, register, await nameIndex.For(turn.Db, turn.Revision), columns),
            columns,
            await RegisterNames.Of(turn, register, readable),
            byKey,
            readable.ToDictionary(row => row.Id)
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
        var (known, problem) = await Known(row);
        problem ??= known is null ? await _place.Put(row, fresh) : null;
        if (problem is not null)
            return Bad(row, problem);
        (var values, problem) = await Values(row);
        if (problem is not null)
            return Bad(row, problem);
        await _names.Learn(_turn, [.. values.Select(pair => (_register.Find(pair.Key)!, pair.Value))]);
        (var asOf, problem) = await AsOf(row);
        if (problem is not null)
            return Bad(row, problem);
        if (known is null && _register.Key.Any(key => values.GetValueOrDefault(key) is null))
            return New(row, fresh, values, asOf);
        var key = RegisterKey.Of(
            _register,
            known ?? fresh,
            field => values.GetValueOrDefault(field.Key) ?? (known is null ? null : field.In(known))
        );
        if (!_seen.TryAdd(key, row.Number))
            return Bad(row, _turn.Texts.Plain("registers.problems.twice", ("row", _seen[key])));
        if (known is not null && _known.TryGetValue(key, out var other) && other.Id != known.Id)
            return Bad(row, _turn.Texts.Plain("registers.problems.isThere"));
        known ??= _known.GetValueOrDefault(key);
        return known is null ? New(row, fresh, values, asOf) : Compare(row, known, values, asOf);
    }

    /// <summary>The row that the table itself names; null where it names none.</summary>
    private async Task<(RegisterRow? Known, string? Problem)> Known(TableRow row)
    {
        var id = _columns.LineIn(row, RegisterColumns.Row);
        if (id.Length == 0)
            return (null, null);
        if (
            !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !_readable.TryGetValue(number, out var known)
        )
            return (null, _turn.Texts.Plain("registers.problems.noSuchRow", ("id", CellText.Short(id))));
        return await _place.Differs(row, known, _names) is { } moved ? (null, moved) : (known, null);
    }

    private PlannedRegisterRow New(
        TableRow row,
        RegisterRow fresh,
        Dictionary<string, string?> values,
        DateOnly asOf
    )
    {
        var state = _columns.LineIn(row, RegisterColumns.State);
        if (state.Length > 0 && !IsState(state, _register.States[0]))
            return Bad(
                row,
                _turn.Texts.Plain(
                    "registers.problems.stateOfNew",
                    ("state", _names.StateOf(_register.States[0]))
                )
            );
        var lacking = _register
            .Fields.Where(field => !field.IsOptional && !field.HoldsFiles)
            .Where(field => values.GetValueOrDefault(field.Key) is null)
            .Select(field => _names.LabelOf(field))
            .ToList();
        return lacking.Count > 0
            ? Bad(row, _turn.Texts.Plain("registers.problems.lacks", ("fields", string.Join(", ", lacking))))
            : new(row.Number, _place.NameOf(row), RowVerdict.New, "", fresh, values, asOf);
    }

    private PlannedRegisterRow Compare(
        TableRow row,
        RegisterRow known,
        Dictionary<string, string?> values,
        DateOnly asOf
    )
    {
        var state = _columns.LineIn(row, RegisterColumns.State);
        if (state.Length > 0 && !IsState(state, known.State))
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
        if (changes.Count > 0 && !RegisterCard.MayWrite(_register, _turn.Who, known))
            return Bad(
                row,
                _turn.Texts.Plain("registers.problems.notYours", ("place", _names.PlaceOf(known)))
            );
        return new(
            row.Number,
            _place.NameOf(row),
            changes.Count > 0 ? RowVerdict.Changed : RowVerdict.Same,
            string.Join("; ", changes),
            known,
            values,
            asOf
        );
    }

    private bool IsState(string said, string state) =>
        said.Equals(_names.StateOf(state), StringComparison.OrdinalIgnoreCase);

    /// <summary>The cells that hold something, as the fields keep it, and all that is wrong with them.</summary>
    private async Task<(Dictionary<string, string?> Values, string? Problem)> Values(TableRow row)
    {
        var (values, sheet) = (new Dictionary<string, string?>(), new AnswerSheet());
        var problems = new List<string>();
        foreach (var field in _register.Fields.Where(field => !field.HoldsFiles))
        {
            if (_columns.In(row, field.Key).Trim() is not { Length: > 0 } cell)
                continue;
            var (answer, problem) = await Typed(field.Ask(), field.Typed(cell), sheet);
            if (answer is null)
            {
                problems.Add(
                    _turn.Texts.Plain(
                        "registers.problems.cell",
                        ("label", _names.LabelOf(field)),
                        ("cell", CellText.Short(cell)),
                        ("why", OptionsOf(field) ?? problem)
                    )
                );
                continue;
            }
            answer = AsSpeltAbove(field, answer);
            sheet.Give(field.Key, answer);
            values[field.Key] = answer.Value;
        }
        return (values, problems.Count == 0 ? null : InOneLine(problems));
    }

    private static string InOneLine(List<string> problems) =>
        string.Join("; ", problems.SkipLast(1).Select(problem => problem.TrimEnd('.')).Append(problems[^1]));

    /// <summary>One thing in two spellings is one thing, also where both are new in this table.</summary>
    private Answer AsSpeltAbove(Field field, Answer answer) =>
        field.Bare(answer.Value) is not { } bare ? answer
        : _spelt.TryGetValue((field, bare), out var above) ? above
        : _spelt[(field, bare)] = answer;

    /// <summary>What a cell may say, where it would be pressed in the chat; null elsewhere.</summary>
    private string? OptionsOf(Field field) =>
        field.IsOfWords
            ? _turn.Texts.Plain(
                "registers.problems.oneOf",
                ("options", string.Join("; ", field.Options.Select(option => field.Cell(_names, option))))
            )
            : null;

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
                _turn.Texts.Plain("registers.problems.asOf", ("cell", CellText.Short(cell)), ("why", problem))
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

    private PlannedRegisterRow Bad(TableRow row, string says) =>
        new(
            row.Number,
            _place.NameOf(row),
            RowVerdict.Bad,
            says,
            null,
            new Dictionary<string, string?>(),
            _turn.Today
        );
}
