using System.Globalization;
using CuratorBot.Conversations;

namespace CuratorBot.Events.Review;

/// <summary>The buttons of reviewers and of authors. Who may is asked at each press.</summary>
public sealed class ReviewActions(ReturnForm returnForm, Mending mending, FormEngine engine) : IAction
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
    public Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (!long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Task.FromResult(Turn.OnlyToast(turn.Texts.Plain("forms.stale")));
        return name switch
        {
            Accept => Reviewing.Accept(turn, id),
            Return => BeginReturn(turn, id),
            AcceptCorrection => mending.Decide(turn, id, CorrectionState.Accepted),
            DeclineCorrection => mending.Decide(turn, id, CorrectionState.Declined),
            _ => mending.Open(turn, id),
        };
    }

    private async Task<Turn> BeginReturn(TurnContext turn, long id)
    {
        if (await Reviewing.Find(turn, id) is not { } report)
            return Reviewing.NotYours(turn);
        return report.State == ReviewState.Waiting
            ? await engine.Start(turn, returnForm, ReturnForm.About(report))
            : Turn.OnlyToast((await Reviewing.Decision(turn, report)).Text);
    }
}
