using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Texts;

namespace CuratorBot.Tests.Events;

/// <summary>Whoever fills in a report: what she does, what she sees, and where her report stands.</summary>
internal interface IReporter
{
    Task Says(string text);
    Task Presses(string label);

    /// <summary>Whether the newest message with buttons has this one.</summary>
    bool Sees(string label);
    Task<(string Step, AnswerSheet Sheet)> Now();
}

/// <summary>
/// Fills in a report as a person would: answers each question that she is asked, skips what she cannot say, and
/// adds the rest beside the summary.
/// </summary>
/// <param name="answers">By the key of the question: words to be typed, or «[label]» for a button.</param>
internal sealed class ReportFilling(IReporter phone, IReadOnlyDictionary<string, string[]> answers)
{
    private const int MostSteps = 60;
    private static readonly TextCatalogue Texts = TextCatalogue.LoadRussian();

    /// <summary>Called before each answer, with the key of the question that stands open.</summary>
    public Func<string, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>All the steps that it came through.</summary>
    public List<string> Steps { get; } = [];

    public async Task Send()
    {
        await phone.Says("/report");
        foreach (var _ in Enumerable.Range(0, MostSteps))
        {
            var (step, sheet) = await phone.Now();
            Steps.Add(step);
            await Before(step);
            if (step != FormEngine.SummaryStep)
                await Answer(step);
            else if (Missing(sheet) is { } key)
                await phone.Presses(key);
            else
            {
                await phone.Presses("✅ Отправить");
                return;
            }
        }
        Assert.Fail($"No report came of it: {string.Join(", ", Steps)}");
    }

    private async Task Answer(string step)
    {
        if (!answers.TryGetValue(step, out var said))
        {
            await phone.Presses(
                step.EndsWith("More", StringComparison.Ordinal) ? await MoreOrNot() : SkipOf(step)
            );
            return;
        }
        foreach (var words in said)
            if ((await phone.Now()).Step == step) // what she typed may have been enough
                await (words.StartsWith('[') ? phone.Presses(words[1..^1]) : phone.Says(words));
    }

    private async Task<string> MoreOrNot()
    {
        var places = (await phone.Now()).Sheet.Answers.Keys.Count(key =>
            key.StartsWith("school", StringComparison.Ordinal)
            && !key.EndsWith("More", StringComparison.Ordinal)
        );
        return answers.ContainsKey(string.Create(CultureInfo.InvariantCulture, $"school{places + 1}"))
            ? "Да, ещё одна"
            : "Нет, это все";
    }

    private static string SkipOf(string step) => Text($"report.{step}.skip") ?? Text("forms.skip")!;

    private static string? Text(string key) => Texts.Has(key) ? Texts.Plain(key) : null;

    /// <summary>The button beside the summary that leads to the next thing that is still to be said.</summary>
    private string? Missing(AnswerSheet sheet)
    {
        var key = answers.Keys.FirstOrDefault(key => !sheet.Answers.ContainsKey(key));
        if (key is null)
            return null;
        var asked = key.StartsWith("school", StringComparison.Ordinal) ? "schoolMore" : key;
        var label = $"➕ {Text($"report.{asked}.label")}";
        return phone.Sees(label) ? label : "➕ Ещё…";
    }
}
