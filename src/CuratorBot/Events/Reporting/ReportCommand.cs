using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Events.Sentences;
using CuratorBot.Messaging;
using CuratorBot.People;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// «/report»: begins a report, or asks what is to become of those that were begun. With a sentence behind it,
/// a report begins with what the sentence says.
/// </summary>
public sealed class ReportCommand(ReportForm form, ReportSentences sentences, DraftShelf shelf)
    : ICommand,
        IAction
{
    internal const string WithFilesName = "report.withFiles";
    private const string ToldName = "report.told";

    public string Name => ReportForm.FormName;
    public IEnumerable<string> Names => [WithFilesName, ToldName];
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public Task<Reply> Take(TurnContext turn, string argument) =>
        argument.Length == 0
            ? Task.FromResult(Reply.Begins(form.Name))
            : Tell(turn, new ToldSentence(turn.Message.MessageId, argument));

    public Task<Reply> Take(TurnContext turn, string name, string argument) =>
        name == ToldName ? BeginTold(turn, argument) : BeginWithFiles(turn, argument);

    /// <summary>What is still to come, and what did not take place, is not reported without a question.</summary>
    private async Task<Reply> Tell(TurnContext turn, ToldSentence told)
    {
        var read = await sentences.Read(turn, told.Text);
        return read.Mood switch
        {
            SentenceMood.Plan => Doubt(
                turn,
                "report.told.plan",
                told,
                [turn.Button("plan.fromSentence", $"{PlanActions.Told}:{told}")]
            ),
            SentenceMood.NotHeld => Doubt(turn, "report.told.notHeld", told, await WhatWasNot(turn, read)),
            _ => await Begin(turn, read, told.MessageId),
        };
    }

    /// <summary>Asks what was meant: what the sentence seems to say, or a report after all.</summary>
    private static Reply Doubt(
        TurnContext turn,
        string why,
        ToldSentence told,
        IReadOnlyList<Choice> likely
    ) =>
        Reply.With(
            turn.Say(why) with
            {
                Choices = [likely, [turn.Button("report.told.begin", $"{ToldName}:{told}")]],
            }
        );

    /// <summary>The planned event that may be meant, where there is one; else that there was nothing.</summary>
    private static async Task<IReadOnlyList<Choice>> WhatWasNot(TurnContext turn, ReportSentence read)
    {
        if (await PlanRights.NearestOpen(turn, read.School?.Value.Id) is not { } plan)
            return [turn.Button("plan.nothing", $"{PlanActions.Nothing}:")];
        return
        [
            new(turn.Texts.Plain("plan.moveThis", ("date", plan.On)), PlanActions.Of(PlanActions.Move, plan)),
            new(turn.Texts.Plain("plan.dropThis", ("date", plan.On)), PlanActions.Of(PlanActions.Drop, plan)),
        ];
    }

    /// <summary>Says what was understood, unless the summary shows it anyway.</summary>
    private async Task<Reply> Begin(TurnContext turn, ReportSentence read, long messageId)
    {
        var sheet = await sentences.Begin(turn, form, read, messageId);
        var isUnderstood = sheet.Hints is not null || sheet.Given.Any(key => key != ReportFields.School);
        if (!isUnderstood || !await shelf.MayBeginAnother(turn, form))
            return Reply.Begins(form.Name);
        var recap = form.Fields.Recap(turn, sheet);
        var isWhole = form.NextOf(sheet) is null || recap.Length == 0;
        var before = isWhole ? null : turn.Text("report.told.understood", ("recap", recap));
        return Reply.Opens(form.Name, sheet, before);
    }

    /// <summary>It is read again: schools and rights may be others by now. A second press begins no second report.</summary>
    private async Task<Reply> BeginTold(TurnContext turn, string argument)
    {
        if (turn.Pressed is null || ToldSentence.From(argument) is not { } told || !IsFor(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var marked = Reply.With(turn.ClosePressed());
        var begun = (await shelf.Of(turn, ReportForm.FormName)).FirstOrDefault(draft =>
            draft.Sheet.Opening == told.MessageId
        );
        return marked.Then(
            begun is null
                ? await Begin(turn, await sentences.Read(turn, told.Text), told.MessageId)
                : Reply.Resumes(begun.Session)
        );
    }

    /// <summary>
    /// Files go into the report that she was last at; without one, a report begins with them.
    /// </summary>
    private async Task<Reply> BeginWithFiles(TurnContext turn, string argument)
    {
        if (turn.Pressed is null || FilesOffer.FromJson(argument) is not { } offer || !IsFor(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var marked = Reply.With(turn.ClosePressed());
        var draft = await shelf.Of(turn, ReportForm.FormName) is [var last, ..] ? last : null;
        var sheet = draft?.Sheet ?? new AnswerSheet();
        FilesQuestion.Add(turn, sheet, ReportFields.Files, offer.Files);
        if (draft is null)
            return marked.Then(Reply.Opens(form.Name, sheet));
        draft.Save();
        return marked.Then(Reply.Resumes(draft.Session));
    }
}
