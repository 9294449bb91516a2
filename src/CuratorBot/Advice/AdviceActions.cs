using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;

namespace CuratorBot.Advice;

/// <summary>The buttons of requests: write to it, solved, make a report of it; and a new one.</summary>
public sealed class AdviceActions(DraftShelf shelf, ReportForm report, HelpDesk desk) : IAction
{
    public const string New = "help.new";
    public const string Write = "help.write";
    public const string Solve = "help.solve";
    public const string Report = "help.report";

    public IEnumerable<string> Names => [New, Write, Solve, Report];
    public bool ReadsOnly => false;

    /// <param name="argument">Id of the request.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (name == New)
            return turn.Who.MayWork.IsEmpty ? Stale(turn) : Reply.Opens(AskForm.FormName);
        if (await HelpRights.Find(turn, argument) is not { } request)
            return Stale(turn);
        var isHers = HelpRights.IsHers(turn, request);
        return name switch
        {
            Write => Reply.Opens(AnswerForm.FormName, new AnswerSheet { Subject = argument }),
            Solve when isHers && request.SolvedAt is null => await desk.Solve(turn, request),
            Solve when isHers => Reply.OnlyToast(turn.Texts.Plain("advice.isSolved")),
            Report when !isHers => await BeginReport(turn, request),
            _ => Stale(turn),
        };
    }

    private async Task<Reply> BeginReport(TurnContext turn, HelpRequest request)
    {
        if (!await shelf.MayBeginAnother(turn, report))
            return Reply.Begins(report.Name);
        return Reply.Opens(
            report.Name,
            await Consultation.Begun(turn, report, request.SchoolId, request.Text)
        );
    }

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
