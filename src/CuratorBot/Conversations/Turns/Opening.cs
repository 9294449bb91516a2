using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Turns;

/// <summary>What is opened once a turn has said what it has to say; <see cref="FormEngine.Follow"/> opens it.</summary>
public abstract record Opening
{
    private Opening() { }

    /// <summary>A form, after the question what is to become of those that were begun before.</summary>
    public sealed record Begin(string Form) : Opening;

    /// <summary>A form. A draft of it makes room, unless it keeps drafts and this one was begun: then it waits.</summary>
    /// <param name="Before">Stands above the first question.</param>
    /// <param name="At">Key of the answer to be corrected first, where the sheet is filled already.</param>
    public sealed record Start(string Form, AnswerSheet? Sheet, RichText? Before, string? At) : Opening;

    /// <summary>The current question of a draft, again.</summary>
    public sealed record Resume(Session Draft) : Opening;

    /// <summary>What the open question of the active draft is about, and the question again.</summary>
    /// <param name="Otherwise">Said where nothing is being filled in.</param>
    public sealed record Explain(OutgoingMessage Otherwise) : Opening;

    /// <summary>Into a form that finds the answer to the question which is open.</summary>
    internal sealed record Enter(Session Draft, string Form, AnswerSheet Sheet) : Opening;

    /// <summary>Back to that question, with its answer or without.</summary>
    internal sealed record Leave(Session Draft, OuterForm Outer, Answer? Answer, RichText? Before) : Opening;
}
