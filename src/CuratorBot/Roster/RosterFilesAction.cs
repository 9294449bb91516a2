using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Schools;

namespace CuratorBot.Roster;

/// <summary>«Шаблон» and «Выгрузить»: the roster as a file.</summary>
public sealed class RosterFilesAction(NameIndexCache names, FileStore files) : IAction
{
    internal const string Template = "roster.template";
    internal const string Export = "roster.export";

    public IEnumerable<string> Names => [Template, Export];
    public bool ReadsOnly => true;
    public bool IsExport => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var scope = RosterScope.Of(turn.Who);
        if (scope.IsEmpty)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var isTemplate = name == Template;
        var workbook = isTemplate
            ? RosterSheets.Template(scope, turn.Texts)
            : RosterSheets.Export(
                (await RosterRecords.Read(turn.Db, scope, [])).Kept,
                await RosterPlaces.Of(turn.Db, await names.For(turn.Db, turn.Revision), scope, turn.Texts),
                scope,
                turn.Texts
            );
        var key = isTemplate ? "template" : "export";
        return Reply.With(
            turn.SendFile(
                await files.Add(Keeping.Briefly, workbook),
                turn.Texts.Plain($"roster.files.{key}", ("date", turn.Today)),
                turn.Text($"roster.sent.{key}")
            )
        );
    }
}
