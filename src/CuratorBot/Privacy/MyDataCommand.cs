using System.Text;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Files;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Me;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Privacy;

/// <summary>«/mydata»: all that the bot holds of her as a file, and the buttons to correct or end it.</summary>
public sealed class MyDataCommand(FileStore files, TextCatalogue texts, ReportFields reports)
    : ICommand,
        IPreparation
{
    public const string CommandName = "mydata";

    public string Name => CommandName;
    public bool ReadsOnly => false;
    public bool NeedsConsent => false;
    public bool IsExport => true;

    public bool IsFor(Asker who) => true;

    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        pressed is null
            ? message.Text?.StartsWith($"/{CommandName}", StringComparison.OrdinalIgnoreCase) == true
            : pressed.Choice.Action.StartsWith(
                $"{Reception.CommandActionName}:{CommandName}",
                StringComparison.Ordinal
            );

    /// <summary>The file; null for somebody of whom nothing is known.</summary>
    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Known is not { } who || await Consent.NewestOf(turn.Db, who.PersonId) is null)
            return null;
        var page = await MyDataFile.Of(turn.Db, texts, reports, who, turn.Now);
        return await files.Add(Keeping.Briefly, Encoding.UTF8.GetBytes(page));
    }

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        if (turn.Prepared is not StoredFile file)
            return Reply.With(turn.Say("mydata.nothing"));
        var name = turn.Texts.Plain("mydata.fileName");
        return Reply.With(
            turn.SendFile(file, name, turn.Text("mydata.caption")) with
            {
                Choices = await Buttons(turn),
            }
        );
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Choice>>> Buttons(TurnContext turn)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (turn.Who.IsMember)
            rows.Add([
                turn.Button("mydata.rename", $"{MeActions.Rename}:"),
                turn.Button("mydata.phone", $"{MyDataActions.Phone}:"),
            ]);
        if (await Consent.NewestOf(turn.Db, turn.Who.PersonId) is { WithdrawnAt: null })
            rows.Add([turn.Button("mydata.withdraw.button", $"{MyDataActions.Withdraw}:")]);
        rows.Add([turn.Button("mydata.erase.button", $"{MyDataActions.Erase}:")]);
        return rows;
    }
}
