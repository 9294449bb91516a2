using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.LongTasks;
using CuratorBot.Messaging;
using CuratorBot.Registers.Finding;

namespace CuratorBot.Registers.Tables;

/// <summary>
/// «Таблица»: a register as a file. One of a few hundred rows is made at once, before the turn; a larger one as a long
/// task.
/// </summary>
public sealed class RegisterExport(Registry registry, FileStore files, LongTaskDesk desk)
    : IAction,
        IPreparation,
        ILongWork
{
    /// <summary>Up to here she has it before she would have read that it is being made.</summary>
    public const int MostAtOnce = 300;

    public const string Name = "registers.export";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => false;
    public bool IsExport => true;

    string ILongWork.Name => Name;

    internal static string Of(Register register, RegisterFilter filter) => $"{Name}:{register.Name}:{filter}";

    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        pressed?.Choice.Action.StartsWith($"{Name}:", StringComparison.Ordinal) == true;

    /// <summary>The message with the file; null where it is too much or not hers: the turn says so.</summary>
    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        var argument = turn.Pressed!.Choice.Action[(Name.Length + 1)..];
        return
            turn.Known is { Consented: true }
            && await Asked.Of(turn, registry, argument) is { } asked
            && await asked.Count(turn) <= MostAtOnce
            ? await Make(turn, asked, new LongTaskProgress(), cancellation)
            : null;
    }

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (await Asked.Of(turn, registry, argument) is not { } asked)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (turn.Prepared is OutgoingMessage made)
            return Reply.With(made);
        var count = await asked.Count(turn);
        return count > MostAtOnce
            ? await desk.Ask(turn, Name, argument, count)
            : Reply.With(await Make(turn, asked, new LongTaskProgress(), CancellationToken.None));
    }

    public async Task<OutgoingMessage?> Make(
        TurnContext turn,
        string argument,
        LongTaskProgress progress,
        CancellationToken cancellation
    ) =>
        await Asked.Of(turn, registry, argument) is { } asked
            ? await Make(turn, asked, progress, cancellation)
            : null;

    private async Task<OutgoingMessage> Make(
        TurnContext turn,
        Asked asked,
        LongTaskProgress progress,
        CancellationToken cancellation
    )
    {
        var register = asked.Register;
        var rows = await register.List(turn.Db, asked.Query);
        var names = await RegisterNames.Of(turn, register, rows);
        var key = rows.Count == 0 || register.MayWrite(turn.Who).IsEmpty ? "toRead" : "export";
        return turn.SendFile(
            await files.Add(
                Keeping.Briefly,
                RegisterSheets.Export(register, names, progress.Over(rows, cancellation))
            ),
            turn.Texts.Plain(
                "registers.files.export",
                ("many", turn.Texts.Plain($"{register.Name}.many")),
                ("date", turn.Today)
            ),
            turn.Text($"registers.sent.{key}", ("count", rows.Count))
        );
    }

    /// <summary>Which rows are meant, of those that she may read now.</summary>
    private sealed record Asked(Register Register, RegisterQuery Query)
    {
        public static async Task<Asked?> Of(TurnContext turn, Registry registry, string argument)
        {
            var parts = argument.Split(':', 2);
            return
                registry.Find(parts[0]) is { } register
                && Registry.IsReadBy(register, turn.Who)
                && RegisterFilter.Parse(parts.ElementAtOrDefault(1) ?? "") is var filter
                ? new Asked(register, await RegisterQuery.ToRead(turn, register, filter))
                : null;
        }

        public Task<int> Count(TurnContext turn) => Register.Count(turn.Db, Query);
    }
}
