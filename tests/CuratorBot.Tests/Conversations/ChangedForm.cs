using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>A form as it will be after the next deploy: with other questions, and otherwise as it is.</summary>
/// <param name="questions">What it asks then; as before when null.</param>
/// <param name="renamed">Earlier keys, and what they are called then.</param>
internal sealed class ChangedForm(
    Form form,
    IReadOnlyList<Question>? questions = null,
    IReadOnlyDictionary<string, string>? renamed = null
) : Form
{
    /// <summary>A bot in which every form of the catalogue is changed.</summary>
    public static Action<IServiceCollection> Everywhere(Func<Form, Form> change) =>
        services =>
        {
            SampleForms.Version(4)(services);
            services.AddSingleton(provider => new AllForms(provider.GetServices<Form>().Select(change)));
        };

    public override string Name => form.Name;
    public override int Version => form.Version + 1;
    public override IReadOnlyList<Question> Questions { get; } = questions ?? form.Questions;
    public override IReadOnlyDictionary<string, string> Renamed => renamed ?? form.Renamed;
    public override bool KeepsDrafts => form.KeepsDrafts;
    public override bool HasSummary => form.HasSummary;

    public override string SendKey => form.SendKey;

    public override bool IsFor(Asker who) => form.IsFor(who);

    public override Task Prepare(TurnContext turn, AnswerSheet sheet) => form.Prepare(turn, sheet);

    public override Task<bool> Reread(TurnContext turn, AnswerSheet sheet) => form.Reread(turn, sheet);

    public override Task<Reply> Submit(TurnContext turn, AnswerSheet sheet) => form.Submit(turn, sheet);

    public override DateTimeOffset ExpiresAt(AnswerSheet sheet, DateTimeOffset touchedAt) =>
        form.ExpiresAt(sheet, touchedAt);

    public override string About(AnswerSheet sheet) => form.About(sheet);

    public override Task<RichText?> Review(TurnContext turn, AnswerSheet sheet) => form.Review(turn, sheet);

    public override Task PrepareSummary(TurnContext turn, AnswerSheet sheet) =>
        form.PrepareSummary(turn, sheet);

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet) =>
        form.SummaryHead(turn, sheet);

    public override ValueTask<RichText?> SummaryNote(TurnContext turn, AnswerSheet sheet) =>
        form.SummaryNote(turn, sheet);
}

/// <summary>A question that was not asked before; any text answers it.</summary>
internal sealed class AddedQuestion : Question
{
    public AddedQuestion(string key)
        : base(key) => Hidden = true;

    public override ValueTask<Prompt> Ask(Asking asking) => new(new Prompt("Что ещё?"));

    public override ValueTask<Reading> Read(Asking asking) =>
        new(
            asking.Message.Text is { } text
                ? new Reading.Taken(new Answer(text, text))
                : new Reading.Refused("Нужен текст.")
        );
}
