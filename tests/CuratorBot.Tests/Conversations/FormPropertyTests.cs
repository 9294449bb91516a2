using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>
/// Random messages, taps, edits, repetitions, restarts and deploys at every form that there is: no answer is
/// lost, the form never gets stuck, and «/cancel» always ends it. A failure prints the seed that replays it;
/// <c>CURATORBOT_PROPERTY_RUNS</c> plays more dialogues of each form.
/// </summary>
public sealed partial class FormPropertyTests
{
    private const int LongestDialogue = 25;
    private static readonly int Runs = int.Parse(
        Environment.GetEnvironmentVariable("CURATORBOT_PROPERTY_RUNS") ?? "3",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] OpenTask = ["@ region", "> /schedule", "> [📂 Открыть задачу]", "> [1]"];

    private static readonly string[] OpenOwner = [.. OpenTask, "> [Кто сдал, кто нет]", "> [1]", "> [1]"];

    private static readonly string[] Planned =
    [
        "@ curator",
        "> /plan",
        "> [СОШ №3]",
        "> [Посещение школы]",
        "> [Через неделю]",
        "> 10:30",
        "> [📆 Запланировать]",
        "> [📋 Что важно знать]",
    ];

    /// <summary>How each form is opened, and by whom.</summary>
    internal static readonly Dictionary<string, (long Account, string[] Lines)> Openings = new()
    {
        ["report"] = (1001, ["@ curator", "> /report"]),
        ["return"] = (
            1004,
            [
                "@ curator",
                "> /report",
                "> [Посещение школы]",
                "> [СОШ №3]",
                "> [Сегодня]",
                "> 12",
                "> [✅ Отправить]",
                "@ coordinator",
                "> [↩️ Вернуть]",
            ]
        ),
        ["plan"] = (1001, ["@ curator", "> /plan"]),
        ["movePlan"] = (1001, [.. Planned, "> [📆 Перенести]"]),
        ["dropPlan"] = (1001, [.. Planned, "> [✖️ Не состоится]"]),
        ["nothing"] = (1001, ["@ curator", "> /report", "> [Ничего не было]"]),
        ["join"] = (2001, ["@ person 2001", "> /start", "> [Согласен]"]),
        ["invite"] = (1005, ["@ region", "> /invite"]),
        ["invited"] = (
            2002,
            [
                "@ region",
                "> /invite",
                "> [Директора]",
                "> Кузнецк",
                "> [СОШ №16]",
                "@ person 2002",
                "> /start 00000000000000000000000001",
                "> /start 00000000000000000000000002",
                "> [Согласен]",
            ]
        ),
        ["recognise"] = (
            2003,
            [
                "@ listed 79270000009 Director kuznetsk_sosh_5 Алёна",
                "@ person 2003",
                "> /start",
                "> [Согласен]",
            ]
        ),
        ["team.find"] = (1004, ["@ coordinator", "> /people"]),
        ["team.grant"] = (1004, ["@ coordinator", "> /people Варвара", "> [➕ Добавить роль]"]),
        ["team.end"] = (1004, ["@ coordinator", "> /people Варвара", "> [Завершить роль]"]),
        ["team.move"] = (1004, ["@ coordinator", "> /people Варвара", "> [🏫 Сменить школы]"]),
        ["team.handover"] = (1004, ["@ coordinator", "> /people Варвара", "> [🤝 Передать преемнику]"]),
        ["team.assign"] = (1004, ["@ coordinator", "> /people СОШ №3", "> [➕ Назначить куратора]"]),
        ["team.helper"] = (1004, ["@ coordinator", "> /people СОШ №3", "> [🏫 Школа-куратор]"]),
        ["ask"] = (1001, ["@ curator", "> /ask", "> [🙋 Попросить]"]),
        ["advice"] = (
            1001,
            [
                "@ teacher",
                "> /ask",
                "> Нужна консультация по работе с родителями",
                "> [✅ Отправить]",
                "@ curator",
                "> [💬 Ответить]",
            ]
        ),
        ["rename"] = (1001, ["@ curator", "> /me", "> [✏️ Исправить имя]"]),
        ["pause"] = (1002, ["@ director", "> /me", "> [🔔 Напоминания]", "> [🌙 Не беспокоить]"]),
        ["phone"] = (1001, ["@ curator", "> /mydata", "> [📱]"]),
        ["proof"] = (1004, ["@ coordinator", "@ clock 2022-01-25 09:00", "> [Готово: 5]"]),
        ["newTask"] = (1005, ["@ region", "> /schedule", "> [➕ Добавить задачу]"]),
        ["moveTask"] = (1005, [.. OpenTask, "> [📅 Перенести срок]"]),
        ["cancelTask"] = (1005, [.. OpenTask, "> [✖️ Снять задачу]"]),
        ["excuse"] = (1005, [.. OpenOwner, "> [➖ Не требуется]"]),
        ["reopen"] = (1005, [.. OpenOwner, "> [✅ Отметить: сдано]", "> [↩️ Открыть снова]"]),
        ["announce"] = (1005, ["@ region", "> /announce"]),
        ["agreements"] = (1001, ["@ curator", "> /registers", "> [Соглашения и договоры]", "> [➕ Добавить]"]),
        ["profiles"] = (1004, ["@ coordinator", "> /registers", "> [Школы]", "> [2]", "> [✏️ Исправить]"]),
        ["orders"] = (1004, ["@ coordinator", "> /registers", "> [Приказы]", "> [➕ Добавить]"]),
        ["moveRow"] = (
            1001,
            [
                "@ curator",
                "> /registers",
                "> [Соглашения и договоры]",
                "> [➕ Добавить]",
                "> [СОШ №3]",
                "> гимназия №1 Кузнецк",
                "> [Договор]",
                "> 5",
                "> [Сегодня]",
                "> [— (нет)]",
                "> [Пропустить]",
                "> [Пропустить]",
                "> [✅ Сохранить]",
                "> [✖️ Завершить]",
            ]
        ),
        ["findRows"] = (1001, ["@ curator", "> /registers", "> [Школы]", "> [🔎 Найти]"]),
        ["sample"] = (1001, ["@ curator", "> /sample"]),
        ["organisation"] = (1001, ["@ curator", "> /sample", "> [➕ Нет в списке]"]),
    };

    public static TheoryData<string> Forms => [.. Openings.Keys];

    [Fact]
    public async Task Every_form_is_among_them()
    {
        await using var world = await World.Open(also: SampleForms.Version(4));
        Assert.Equal(
            world.Services.GetServices<Form>().Select(form => form.Name).Order(),
            Openings.Keys.Order()
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Whatever_she_does_no_answer_is_lost_and_there_is_a_way_on_and_a_way_out(string form) =>
        Prop.ForAll(Dialogues().ToArbitrary(), steps => Play(form, steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    private static Gen<int[]> Dialogues() =>
        from length in Gen.Choose(5, LongestDialogue)
        from steps in Gen.Choose(0, 99_999).ArrayOf(length)
        select steps;

    private static async Task<bool> Play(string form, int[] steps)
    {
        await using var world = await World.Open(also: SampleForms.Version(4));
        await new Transcript(world).Play(Openings[form].Lines);
        var acts = new RandomActs(world, new Phone(world, Openings[form].Account));
        Assert.Contains(await Drafts(world), draft => draft.Form == form);
        foreach (var step in steps)
        {
            var before = await Drafts(world);
            var may = await acts.Do(step);
            Compare(before, await Drafts(world), may);
            await IsNotStuck(world);
        }
        for (var depth = 0; depth < 3; depth++)
            await acts.Phone.Says("/cancel");
        Assert.DoesNotContain(await Drafts(world), draft => draft.IsOpen);
        var failed = await world.Read(db =>
            db.Inbox.CountAsync(row => row.Attempts > 0 || row.State == InboxState.Parked)
        );
        Assert.True(failed == 0, string.Join('\n', world.Log.Holding(["Exception"])));
        return true;
    }

    /// <summary>What a step may change beside the answer to the current question.</summary>
    private sealed record May(bool End = false, bool ChangeAny = false, bool ChangeFiles = false);

    private sealed record Saved(long Id, string Form, string Step, bool IsOpen, AnswerSheet Sheet);

    private static async Task<List<Saved>> Drafts(World world) =>
        [
            .. (await world.Read(db => db.Sessions.Where(row => row.RemovedAt == null).ToListAsync())).Select(
                row => new Saved(row.Id, row.Form, row.Step, row.Active, AnswerSheet.FromJson(row.Sheet))
            ),
        ];

    private static void Compare(List<Saved> before, List<Saved> after, May may)
    {
        foreach (var draft in before)
        {
            var now = after.SingleOrDefault(one => one.Id == draft.Id);
            if (now is null)
                Assert.True(may.End || !draft.Sheet.IsBegun, $"The draft of {draft.Form} is gone.");
            else if (!may.ChangeAny && now.Form == draft.Form)
                AssertKept(draft, now, may);
        }
    }

    /// <summary>Another municipality takes the schools of the one before with it.</summary>
    private static void AssertKept(Saved draft, Saved now, May may)
    {
        foreach (var (key, answer) in draft.Sheet.Answers)
        {
            var mayDiffer =
                key == draft.Step
                || (key == "files" && may.ChangeFiles)
                || (draft.Step == "municipality" && key.StartsWith("school", StringComparison.Ordinal));
            if (!mayDiffer)
                Assert.Equal(answer.Value, now.Sheet[key]);
        }
    }

    /// <summary>Under the last card of an open form there is a button that still does something.</summary>
    private static async Task IsNotStuck(World world)
    {
        foreach (var draft in (await Drafts(world)).Where(draft => draft.IsOpen))
            Assert.Contains(
                world.Channel.Shown.Values,
                shown =>
                    (shown.Id == draft.Sheet.Card || shown.Target == draft.Sheet.Card)
                    && shown.Choices.Count > 0
            );
    }
}
