using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Registers.Finding;

namespace CuratorBot.Registers.Tables;

/// <summary>«Шаблон» and «Выгрузить»: a register as a file.</summary>
public sealed class RegisterFiles(Registry registry, FileStore files) : IAction
{
    private const string TemplateName = "registers.template";
    private const string ExportName = "registers.export";

    public IEnumerable<string> Names => [TemplateName, ExportName];
    public bool ReadsOnly => true;
    public bool IsExport => true;

    internal static string Template(Register register) => $"{TemplateName}:{register.Name}:";

    internal static string Export(Register register, RegisterFilter filter) =>
        $"{ExportName}:{register.Name}:{filter}";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 2);
        if (
            registry.Find(parts[0]) is not { } register
            || !Registry.IsReadBy(register, turn.Who)
            || (name == TemplateName && register.MayWrite(turn.Who).IsEmpty)
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var filter = RegisterFilter.Parse(parts.ElementAtOrDefault(1) ?? "");
        var rows =
            name == TemplateName
                ? []
                : await register.List(turn.Db, await RegisterQuery.ToRead(turn, register, filter));
        var names = await RegisterNames.Of(turn, register, rows);
        var key = name == TemplateName ? "template" : "export";
        var said =
            key == "export" && (rows.Count == 0 || register.MayWrite(turn.Who).IsEmpty) ? "toRead" : key;
        return Reply.With(
            turn.SendFile(
                await files.Add(Keeping.Briefly, RegisterSheets.Export(register, names, rows)),
                turn.Texts.Plain(
                    $"registers.files.{key}",
                    ("many", turn.Texts.Plain($"{register.Name}.many")),
                    ("date", turn.Today)
                ),
                turn.Text($"registers.sent.{said}", ("count", rows.Count))
            )
        );
    }
}
