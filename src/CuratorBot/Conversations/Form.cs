using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Conversations;

/// <summary>
/// A conversation that fills an answer sheet: questions from top to bottom, a summary, and what happens in
/// the end. The engine does the rest: asking, checking, back, skip, correction, drafts.
/// </summary>
public abstract class Form
{
    /// <summary>Also the first part of the keys of all its texts.</summary>
    public abstract string Name { get; }

    /// <summary>Grows when a question changes its meaning; answers move on by their keys.</summary>
    public virtual int Version => 1;

    public abstract IReadOnlyList<Question> Questions { get; }

    /// <summary>Whether the answers are shown together before they are sent.</summary>
    public virtual bool HasSummary => true;

    /// <summary>Asked before every step, so that a right taken away ends the form.</summary>
    public virtual bool IsFor(Asker who) => true;

    /// <summary>Fills in what is known before the first question.</summary>
    public virtual Task Prepare(TurnContext turn, AnswerSheet sheet) => Task.CompletedTask;

    /// <summary>Saves the result in the transaction of the turn and says so.</summary>
    public abstract Task<Turn> Submit(TurnContext turn, AnswerSheet sheet);

    /// <summary>Head of the summary; the answers follow line by line.</summary>
    public virtual RichText SummaryHead(TurnContext turn, AnswerSheet sheet) => turn.Text($"{Name}.summary");

    /// <summary>The questions that apply to these answers.</summary>
    public IEnumerable<Question> Applying(AnswerSheet sheet) =>
        Questions.Where(question => question.When(sheet));

    public Question? Find(string key) => Questions.FirstOrDefault(question => question.Key == key);

    /// <summary>The questions before this one that she was asked and that «back» can lead to.</summary>
    public IEnumerable<Question> AskedBefore(string key, AnswerSheet sheet) =>
        Applying(sheet)
            .TakeWhile(question => question.Key != key)
            .Where(question =>
                sheet.Settled(question.Key)
                && !question.IsOnRequest(sheet)
                && !sheet.Given.Contains(question.Key)
            );

    /// <summary>The first question that is neither answered nor passed over; null when the summary is due.</summary>
    public Question? NextOf(AnswerSheet sheet) =>
        Applying(sheet)
            .FirstOrDefault(question => !question.IsOnRequest(sheet) && !sheet.Settled(question.Key));
}
