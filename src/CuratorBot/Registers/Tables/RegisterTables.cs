using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Registers.Tables;

/// <summary>A table of a register that was sent, and the message that says what it would change.</summary>
internal sealed record PreviewedRegister(OutgoingMessage Preview) : IMeantForNoDraft;

/// <summary>A table that is to be applied, read again.</summary>
internal sealed record RereadRegister(
    Register Register,
    Table Table,
    TableColumns<string> Columns,
    string Path
);

/// <summary>
/// Makes a preview of a table of a register that somebody sent, and before the turn reads it again when she
/// presses «Применить».
/// </summary>
public sealed class RegisterTables(Registry registry, NameIndexCache names, FileStore files)
    : ITableReader,
        IPreparation
{
    public bool IsFor(Asker who) => WrittenBy(who).Any();

    public int Certainty(TableReading.Read content, TextCatalogue texts) =>
        registry.All.Select(register => RegisterColumns.Certainty(register, content, texts)).Max();

    public async Task<IMeantForNoDraft> Read(TurnContext turn, SentTable table)
    {
        var register = registry.All.MaxBy(one => RegisterColumns.Certainty(one, table.Content, turn.Texts))!;
        if (register.MayWrite(turn.Who).IsEmpty)
            return new RefusedTable(turn.Text("registers.notYours"));
        var (sheet, columns) = RegisterColumns.Find(register, table.Content, turn.Texts)!.Value;
        var plan = await RegisterPlanner.Plan(turn, register, names, sheet, columns);
        return plan.Rows.Count == 0
            ? new RefusedTable(turn.Text("registers.emptyTable"))
            : new PreviewedRegister(RegisterPreview.Of(turn, register, table.Name, table.File.Path, plan));
    }

    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        RegisterTableActions.TableIn(pressed) is not null;

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        var (name, path) = RegisterTableActions.TableIn(turn.Pressed)!.Value;
        if (
            turn.Known is not { } who
            || registry.Find(name) is not { } register
            || register.MayWrite(who).IsEmpty
            || !files.IsInside(path)
        )
            return null;
        await using var content = files.Open(path);
        return
            content is not null
            && TableReader.Read(content) is TableReading.Read read
            && RegisterColumns.Find(register, read, turn.Texts) is var (table, columns)
            ? new RereadRegister(register, table, columns, path)
            : null;
    }

    private IEnumerable<Register> WrittenBy(Asker who) =>
        registry.All.Where(register => !register.MayWrite(who).IsEmpty);
}

/// <summary>Answers a table of a register that was sent without being asked for.</summary>
public sealed class RegisterDocument : IUnasked
{
    public Task<Reply?> Take(TurnContext turn) =>
        Task.FromResult(
            turn.Prepared is PreviewedRegister previewed ? Reply.With(previewed.Preview) : (Reply?)null
        );
}
