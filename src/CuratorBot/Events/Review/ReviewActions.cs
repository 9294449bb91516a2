using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;

namespace CuratorBot.Events.Review;

/// <summary>The buttons of reviewers and of authors. Who may is asked at each press.</summary>
internal sealed class ReviewActions(ReturnForm returnForm, ReportForm report, Reopening reopening) : IAction
{
    internal const string Accept = "review.accept";
    internal const string Return = "review.return";
    internal const string AcceptCorrection = "review.acceptCorrection";
    internal const string DeclineCorrection = "review.declineCorrection";
    internal const string Mend = "report.mend";

    public IEnumerable<string> Names => [Accept, Return, AcceptCorrection, DeclineCorrection, Mend];
    public bool ReadsOnly => false;

    internal static string Of(string name, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{id}");

    /// <param name="argument">Id of a report, or of a correction.</param>
    public Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Task.FromResult(Reply.OnlyToast(turn.Texts.Plain("forms.stale")));
        return name switch
        {
            Accept => Reviewing.Accept(turn, id),
            Return => BeginReturn(turn, id),
            AcceptCorrection => Mending.Decide(turn, report, id, CorrectionState.Accepted),
            DeclineCorrection => Mending.Decide(turn, report, id, CorrectionState.Declined),
            _ => reopening.Open(turn, id),
        };
    }

    private async Task<Reply> BeginReturn(TurnContext turn, long id)
    {
        if (await Reviewing.Find(turn, id) is not { } report)
            return Reviewing.NotYours(turn);
        return report.State == ReviewState.Waiting
            ? Reply.Opens(returnForm.Name, ReturnForm.About(report))
            : Reply.OnlyToast((await Reviewing.Decision(turn, report)).Text);
    }
}
