using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Tests.Events;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Conversations;

/// <summary>
/// A new version of every form is deployed before each of her answers in turn: only what is new is asked, and
/// what comes of it in the end is the same.
/// </summary>
public sealed class FormVersionTests
{
    private const string Was = "was_";
    private const string Gone = "gone";
    private static readonly string[] Added = ["addedFirst", "addedMiddle", "addedLast"];

    /// <summary>What tells of the way and not of where it led.</summary>
    private static readonly string[] OfTheWay = ["outbox", "sessions", "event_report_sheets"];

    /// <summary>Every form, and the report once more where its questions follow from the kind of event.</summary>
    private static readonly Dictionary<string, FormPlay> All = FormPlays
        .All.Concat(
            ReportPlays.All.Where(play => play.Key is "meeting" or "network_seminar" or "survey" or "contest")
        )
        .ToDictionary();

    public static TheoryData<string> Plays => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Plays))]
    public Task What_is_asked_more_is_asked_once_and_nothing_is_asked_again(string play) =>
        DeployAtEveryStep(
            All[play],
            new Deploy(form => new ChangedForm(form, WithMore(form)), Draft: (_, _) => { }, AsksMore: true)
        );

    [Theory]
    [MemberData(nameof(Plays))]
    public Task What_is_called_by_another_name_keeps_its_answer(string play) =>
        DeployAtEveryStep(
            All[play],
            new Deploy(
                form => new ChangedForm(
                    form,
                    renamed: form.Questions.ToDictionary(one => Was + one.Key, one => one.Key)
                ),
                Draft: (draft, sheet) => draft.Step = CallAsBefore(draft.Step, sheet)
            )
        );

    [Theory]
    [MemberData(nameof(Plays))]
    public Task An_answer_to_what_is_asked_no_more_is_dropped(string play) =>
        DeployAtEveryStep(
            All[play],
            new Deploy(
                form => new ChangedForm(form),
                Draft: (_, sheet) => sheet.Answers[Gone] = new Answer("1", "было")
            )
        );

    [Theory]
    [MemberData(nameof(Plays))]
    public Task What_stands_open_and_is_asked_no_more_takes_no_answer(string play) =>
        DeployAtEveryStep(
            All[play],
            new Deploy(form => new ChangedForm(form), Draft: (draft, _) => draft.Step = Gone)
        );

    /// <param name="Form">The form as it is after the deploy.</param>
    /// <param name="Draft">Makes of a draft what the version before would have left.</param>
    private sealed record Deploy(
        Func<Form, Form> Form,
        Action<Session, AnswerSheet> Draft,
        bool AsksMore = false
    );

    private static async Task DeployAtEveryStep(FormPlay play, Deploy deploy)
    {
        var calm = await Play(play, deploy, at: null);
        await Task.WhenAll(
            Enumerable
                .Range(0, calm.Steps.Count)
                .Select(at => Task.Run(() => Compare(play, calm, deploy, at)))
        );
    }

    private static async Task Compare(FormPlay play, Run calm, Deploy deploy, int at)
    {
        var changed = await Play(play, deploy, at);
        Assert.Equal(calm.Steps, Asked(changed.Steps.Where(step => !IsAdded(step))));
        Assert.Equal(calm.Answers, changed.Answers.Where(answer => calm.Answers.ContainsKey(answer.Key)));
        Assert.DoesNotContain(
            changed.Answers.Keys,
            key => key.EndsWith($".{Gone}", StringComparison.Ordinal)
        );
        Assert.Equal(calm.Remains, changed.Remains);
        var forms = changed.Steps.Skip(at).Select(step => step[..step.LastIndexOf('.')]).Distinct();
        Assert.Equal(
            deploy.AsksMore ? forms.SelectMany(form => Added.Select(key => $"{form}.{key}")).Order() : [],
            changed.Steps.Where(IsAdded).Order()
        );
    }

    /// <param name="Answers">All that ever lay in a draft once the new version had saved it.</param>
    private sealed record Run(
        IReadOnlyList<string> Steps,
        SortedDictionary<string, string> Answers,
        string Remains
    );

    private static async Task<Run> Play(FormPlay play, Deploy deploy, int? at)
    {
        await using var world = await World.Open(also: SampleForms.Version(4));
        world.Ids.StandOut();
        var (step, answers) = (0, new SortedDictionary<string, string>(StringComparer.Ordinal));
        var filling = new FormFilling(world, play)
        {
            Before = async draft =>
            {
                foreach (var (key, answer) in AnswerSheet.FromJson(draft.Sheet).Answers)
                    answers[$"{draft.Form}.{key}"] = answer.Value;
                if (step++ == at)
                    await Change(world, draft.Id, deploy);
            },
            KnownAs = key => key.StartsWith(Was, StringComparison.Ordinal) ? key[Was.Length..] : key,
            Otherwise = key => key == Gone || Added.Contains(key) ? "Новое" : null,
        };
        await filling.Open();
        await filling.Finish();
        return new Run(Asked(filling.Steps), answers, Remains.Of(world, OfTheWay));
    }

    private static async Task Change(World world, long id, Deploy deploy)
    {
        await world.UnitOfWork.Write(async scope =>
        {
            var draft = await scope.Db.Sessions.SingleAsync(row => row.Id == id);
            var sheet = AnswerSheet.FromJson(draft.Sheet);
            deploy.Draft(draft, sheet);
            draft.Sheet = sheet.ToJson();
        });
        await world.Restart(ChangedForm.Everywhere(deploy.Form));
    }

    private static IReadOnlyList<Question> WithMore(Form form)
    {
        var middle = form.Questions.Count / 2;
        return
        [
            new AddedQuestion(Added[0]),
            .. form.Questions.Take(middle),
            new AddedQuestion(Added[1]),
            .. form.Questions.Skip(middle),
            new AddedQuestion(Added[2]),
        ];
    }

    /// <summary>In the sheet, and in that of the form which waits for it.</summary>
    /// <returns>The step under its earlier name.</returns>
    private static string CallAsBefore(string step, AnswerSheet sheet)
    {
        sheet.Answers = sheet.Answers.ToDictionary(pair => Was + pair.Key, pair => pair.Value);
        sheet.Versions = sheet.Versions.ToDictionary(pair => Was + pair.Key, pair => pair.Value);
        sheet.Skipped = [.. sheet.Skipped.Select(key => Was + key)];
        sheet.Given = [.. sheet.Given.Select(key => Was + key)];
        if (sheet.Outer is { } outer)
            sheet.Outer = outer with { Step = CallAsBefore(outer.Step, outer.Sheet) };
        return step == FormEngine.SummaryStep ? step : Was + step;
    }

    private static bool IsAdded(string step) =>
        Added.Any(key => step.EndsWith(key, StringComparison.Ordinal));

    /// <summary>A question that is shown again because its answer could not be meant for it counts once.</summary>
    private static List<string> Asked(IEnumerable<string> steps)
    {
        var asked = new List<string>();
        foreach (var step in steps)
            if (asked.Count == 0 || asked[^1] != step)
                asked.Add(step);
        return asked;
    }
}
