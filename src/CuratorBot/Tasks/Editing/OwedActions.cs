using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;

namespace CuratorBot.Tasks.Editing;

/// <summary>«Не требуется» and «Открыть снова» under one owner's part: each asks for the reason first.</summary>
public sealed class OwedActions : IAction
{
    internal const string Excuse = "owed.excuse";
    internal const string Reopen = "owed.reopen";

    public IEnumerable<string> Names => [Excuse, Reopen];
    public bool ReadsOnly => false;

    internal static string ExcuseOf(Obligation row) => Of(Excuse, row);

    internal static string ReopenOf(Obligation row) => Of(Reopen, row);

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (await SeenObligations.Find(turn, argument) is not { } row)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        return ReasonForm.Refusal(turn, row, isExcuse: name == Excuse) is { } why
            ? Reply.OnlyToast(turn.Texts.Plain(why))
            : Reply.Opens(
                name == Excuse ? ExcuseForm.FormName : ReopenForm.FormName,
                new AnswerSheet { Subject = argument }
            );
    }

    private static string Of(string name, Obligation row) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{row.Id}");
}
