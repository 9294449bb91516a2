using System.Collections.Immutable;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Forms;

/// <summary>«4 из 9»; counted from 1.</summary>
public sealed record Progress(int Step, int Steps);

/// <summary>
/// A conversation that fills an answer sheet: questions from top to bottom, a summary, and what happens in
/// the end. The engine does the rest: asking, checking, back, skip, correction, drafts.
/// </summary>
public abstract class Form
{
    /// <summary>Also the first part of the keys of all its texts.</summary>
    public abstract string Name { get; }

    /// <summary>Grows when the questions change: a draft of an earlier version is told so when it goes on.</summary>
    public virtual int Version => 1;

    /// <summary>Earlier keys of questions and what they are called now, so that their answers move on.</summary>
    public virtual IReadOnlyDictionary<string, string> Renamed => ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// For a form that takes some effort: several drafts may lie side by side, one that was left lying is
    /// brought back to mind, and one that was thrown away can be had back for a while.
    /// </summary>
    public virtual bool KeepsDrafts => false;

    public abstract IReadOnlyList<Question> Questions { get; }

    /// <summary>Whether the answers are shown together before they are sent.</summary>
    public virtual bool HasSummary => true;

    /// <summary>Key of the words on the button under the summary.</summary>
    public virtual string SendKey => $"{Name}.send";

    /// <summary>Asked before every step, so that a right taken away ends the form.</summary>
    public virtual bool IsFor(Asker who) => true;

    /// <summary>Fills in what is known before the first question.</summary>
    public virtual Task Prepare(TurnContext turn, AnswerSheet sheet) => Task.CompletedTask;

    /// <summary>
    /// Reads the message again that the form was opened with, after she edited it, and revises the answers
    /// that it gave. False when nothing in it can be an answer; then all stays as it was.
    /// </summary>
    public virtual Task<bool> Reread(TurnContext turn, AnswerSheet sheet) => Task.FromResult(false);

    /// <summary>Saves the result in the transaction of the turn and says so.</summary>
    public abstract Task<Reply> Submit(TurnContext turn, AnswerSheet sheet);

    /// <summary>How long a draft is kept, counted from the last time that she went on with it.</summary>
    public virtual DateTimeOffset ExpiresAt(AnswerSheet sheet, DateTimeOffset touchedAt) =>
        touchedAt + TimeSpan.FromDays(30);

    /// <summary>A draft in a few words: its first answers. Empty when there are none.</summary>
    public virtual string About(AnswerSheet sheet) =>
        string.Join(
            ", ",
            Applying(sheet)
                .Where(question =>
                    !question.Hidden && !question.IsUnshown && sheet.Answers.ContainsKey(question.Key)
                )
                .Take(3)
                .Select(question => sheet.Shown(question.Key))
        );

    /// <summary>
    /// Takes back what is not hers any more, before the next question, and says so; null when all of it is.
    /// </summary>
    public virtual Task<RichText?> Review(TurnContext turn, AnswerSheet sheet) =>
        Task.FromResult<RichText?>(null);

    /// <summary>Notes what the summary is to say beside the answers, each time before it is shown.</summary>
    public virtual Task PrepareSummary(TurnContext turn, AnswerSheet sheet) => Task.CompletedTask;

    /// <summary>Head of the summary; the answers follow line by line.</summary>
    public virtual RichText SummaryHead(TurnContext turn, AnswerSheet sheet) => turn.Text($"{Name}.summary");

    /// <summary>What she should know before she sends it, below the answers; null when there is nothing.</summary>
    public virtual ValueTask<RichText?> SummaryNote(TurnContext turn, AnswerSheet sheet) =>
        new((RichText?)null);

    /// <summary>The questions that apply to these answers.</summary>
    public IEnumerable<Question> Applying(AnswerSheet sheet) =>
        Questions.Where(question => question.When(sheet));

    /// <summary>
    /// Takes the answers back whose question does not apply after all, but for what she was never asked for.
    /// </summary>
    internal void ForgetWhatDoesNotApply(AnswerSheet sheet)
    {
        foreach (var question in Questions)
            if (!question.When(sheet) && !sheet.Given.Contains(question.Key))
                sheet.Forget(question.Key);
    }

    public Question? Find(string key) => Questions.FirstOrDefault(question => question.Key == key);

    /// <summary>Where a question stands among those asked in their turn; the summary is the last step.</summary>
    public Progress ProgressAt(string step, AnswerSheet sheet)
    {
        var asked = Applying(sheet)
            .Where(question => !question.IsOnRequest(sheet))
            .Select(question => question.Key)
            .ToList();
        var at = asked.IndexOf(step);
        return new Progress(at < 0 ? asked.Count + 1 : at + 1, asked.Count + 1);
    }

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
            .FirstOrDefault(question => !question.IsOnRequest(sheet) && !question.IsSettled(sheet));
}
