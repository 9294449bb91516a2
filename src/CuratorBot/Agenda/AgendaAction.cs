using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Files;

namespace CuratorBot.Agenda;

/// <summary>The months of «/calendar», in one message.</summary>
public sealed class AgendaAction : IAction
{
    public const string File = "agenda.file";
    private const string Month = "agenda.month";

    public IEnumerable<string> Names => [Month];
    public bool ReadsOnly => true;

    public static string MonthAction(DateOnly month) =>
        $"{Month}:{month.ToString(MonthCard.MonthFormat, CultureInfo.InvariantCulture)}";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.MayWork.IsEmpty || MonthCard.MonthIn(turn, argument) is not { } month)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var card = await MonthCard.Read(turn, month);
        return Reply.With(turn.EditPressed(card.Text(), card.Choices()));
    }
}

/// <summary>«Файл для календаря»: from last month to the end of the next project year that is known.</summary>
public sealed class AgendaFileAction(FileStore files) : IAction
{
    private const int MonthsBack = 1;
    private const int MonthsAhead = 13;

    public IEnumerable<string> Names => [AgendaAction.File];
    public bool ReadsOnly => true;
    public bool IsExport => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.MayWork.IsEmpty)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var entries = await AgendaBook.Read(
            turn,
            turn.Today.AddMonths(-MonthsBack),
            turn.Today.AddMonths(MonthsAhead)
        );
        if (entries.Count == 0)
            return Reply.OnlyToast(turn.Texts.Plain("agenda.nothingToExport"));
        var content = AgendaFile.Write(entries, turn.Texts, turn.Who.TimeZone, turn.Now);
        return Reply.With(
            turn.SendFile(
                await files.Add(Keeping.Briefly, content),
                turn.Texts.Plain("agenda.fileName"),
                turn.Text("agenda.sent", ("n", entries.Count))
            )
        );
    }
}
