using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Registers;

/// <summary>
/// The one way to write into a register: the row, its version, what became of what, and the audit, in the
/// transaction of the turn.
/// </summary>
internal sealed class RegisterWriter(TurnContext turn, Register register)
{
    private readonly List<string> _letGo = [];
    private RegisterNames? _names;

    /// <summary>Where the files lie that a row has no more.</summary>
    public IReadOnlyList<string> LetGo => _letGo;

    /// <summary>Adds a row that knows its place.</summary>
    public async Task Add(RegisterRow row, IReadOnlyDictionary<string, string?> values, DateOnly asOf)
    {
        row.State = register.States[0];
        var changes = await Put(row, values);
        (row.AsOf, row.ChangedAt) = (asOf, turn.Now);
        turn.Db.Add(row);
        Note(row, changes, reason: null);
        await Audit(row, "register.added", changes);
        await register.Follow(turn, row, Nothing);
    }

    /// <returns>False when nothing became another.</returns>
    public async Task<bool> Correct(
        RegisterRow row,
        IReadOnlyDictionary<string, string?> values,
        DateOnly asOf
    )
    {
        var changes = await Put(row, values);
        if (changes.Count == 0)
            return false;
        Touch(row, asOf);
        Note(row, changes, reason: null);
        await Audit(row, "register.corrected", changes);
        await register.Follow(
            turn,
            row,
            changes.ToDictionary(change => change.Field, change => change.Before)
        );
        return true;
    }

    public async Task Move(RegisterRow row, Move move, string? reason)
    {
        List<Change> changes = [new(RegisterChange.StateField, row.State, move.To)];
        row.State = move.To;
        Touch(row, turn.Today);
        Note(row, changes, reason);
        var names = await NamesOf(row);
        await AuditTrail.Note(
            turn,
            "register.moved",
            Subject(names, row),
            names.StateOf(move.From),
            reason is null ? names.StateOf(move.To) : $"{names.StateOf(move.To)}: {reason}"
        );
        await register.Follow(turn, row, Nothing);
    }

    private static readonly Dictionary<string, string?> Nothing = [];

    private sealed record Change(string Field, string? Before, string? After);

    private async Task<List<Change>> Put(RegisterRow row, IReadOnlyDictionary<string, string?> values)
    {
        var changes = new List<Change>();
        foreach (var field in register.Fields.Where(field => values.ContainsKey(field.Key)))
        {
            var (before, after) = (field.In(row), values[field.Key]);
            if (before == after)
                continue;
            field.Put(row, after);
            if (field.HoldsFiles)
                _letGo.AddRange(await FilesOfRows.Keep(turn, register, row, field.Key));
            changes.Add(new Change(field.Key, field.Noted(before), field.Noted(after)));
        }
        return changes;
    }

    private void Touch(RegisterRow row, DateOnly asOf)
    {
        row.Version++;
        row.ChangedAt = turn.Now;
        row.AsOf = asOf > row.AsOf ? asOf : row.AsOf;
    }

    private void Note(RegisterRow row, IEnumerable<Change> changes, string? reason) =>
        turn.Db.AddRange(
            changes.Select(change => new RegisterChange
            {
                Id = turn.Ids.Next(),
                Register = register.Name,
                RowId = row.Id,
                Version = row.Version,
                At = turn.Now,
                ActorId = turn.Known?.PersonId,
                Field = change.Field,
                Before = change.Before,
                After = change.After,
                Reason = reason,
            })
        );

    private async Task Audit(RegisterRow row, string what, IReadOnlyList<Change> changes)
    {
        var names = await NamesOf(row);
        await names.Learn(turn, [.. changes.Select(change => (register.Find(change.Field)!, change.Before))]);
        var isNew = what == "register.added";
        await AuditTrail.Note(
            turn,
            what,
            Subject(names, row),
            isNew ? null : InWords(names, changes, change => change.Before),
            InWords(names, changes, change => change.After)
        );
    }

    /// <summary>«Срок: 01.02.2022; Номер: 5».</summary>
    private string InWords(RegisterNames names, IEnumerable<Change> changes, Func<Change, string?> valueOf) =>
        string.Join(
            "; ",
            changes
                .Select(change => (Field: register.Find(change.Field)!, Value: valueOf(change)))
                .Select(one => $"{names.LabelOf(one.Field)}: {one.Field.Show(names, one.Value)}")
        );

    /// <summary>What is known of the rows before is not asked again: a table has thousands.</summary>
    private async Task<RegisterNames> NamesOf(RegisterRow row)
    {
        _names ??= await RegisterNames.Of(turn, register);
        await _names.Learn(turn, register, row);
        return _names;
    }

    private AuditSubject Subject(RegisterNames names, RegisterRow row) =>
        new(register.Name, row.Id)
        {
            Title = $"{turn.Texts.Plain($"{register.Name}.one")} {names.TitleOf(row)}",
            SchoolId = row.SchoolId,
            MunicipalityId = row.MunicipalityId,
            Region = row.Region,
        };
}
