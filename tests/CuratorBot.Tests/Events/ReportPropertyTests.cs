using CuratorBot.Conversations.Forms;
using CuratorBot.Events;
using CuratorBot.Events.Reporting;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class ReportPropertyTests
{
    private const int LongestDialogue = 30;
    private const string BackLabel = "← Назад";

    /// <summary>Under files that came by themselves; with a report open they go into it.</summary>
    private const string BeginWithFilesLabel = "Да, начать отчёт";

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(
        int.Parse(
            Environment.GetEnvironmentVariable("CURATORBOT_PROPERTY_RUNS") ?? "20",
            System.Globalization.CultureInfo.InvariantCulture
        )
    );

    private static readonly string[] Texts =
    [
        "12",
        "0",
        "-3",
        "1e400",
        "много",
        "вчера",
        "31.02",
        "15.01",
        "СОШ №3",
        "СОШ №5",
        "10",
        "круглый стол",
        "консультации",
        "сименар",
        "<b>Тема</b> & 👨‍👩‍👧",
        "\u202eобратно",
        ToldSentence,
        "Не была в СОШ №3",
        "   ",
        new('я', 5_000),
    ];

    private const string ToldSentence = "Вчера семинар в СОШ №10 по рискам, 5 учителей";

    private static readonly string[] Beginnings =
    [
        "/report",
        "Сегодня была в СОШ №3, консультация по рискам, 12 педагогов, договорились о плане до 20 мая",
        "/report вчера семинар, 44 из 97 учителей",
        "Диагностика 10 января",
    ];

    private static readonly string[] Commands = ["/help", "/events", "/report", "/report", "/cancel"];

    [Fact]
    public void Whatever_she_does_no_answer_is_lost_and_there_is_a_way_out() =>
        Prop.ForAll(Dialogues().ToArbitrary(), WithStandsAll).Check(Runs);

    private static Gen<int[]> Dialogues() =>
        from length in Gen.Choose(5, LongestDialogue)
        from steps in Gen.Choose(0, 9_999).ArrayOf(length)
        select steps;

    private static bool WithStandsAll(int[] steps) => Play(steps).GetAwaiter().GetResult();

    private static async Task<bool> Play(int[] steps)
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        var sent = new List<long>();
        await Begin(world, phone, sent, steps[0]);
        foreach (var step in steps)
        {
            if (await DraftOf(world) is not { } before)
            {
                await Begin(world, phone, sent, step);
                continue;
            }
            var did = await Do(world, phone, sent, step);
            Check(before, await DraftOf(world, before.Id), did);
        }
        await phone.Says("/cancel");
        Assert.False(await world.Read(db => db.Sessions.AnyAsync(row => row.Active)));
        await AllWentWell(world);
        return true;
    }

    /// <summary>By the command, or by a sentence that can be edited later.</summary>
    private static async Task Begin(World world, Phone phone, List<long> sent, int step)
    {
        var message = phone.Message() with { Text = Beginnings[step % Beginnings.Length] };
        sent.Add(message.MessageId);
        await world.Receive(message);
    }

    /// <summary>What a step may change: nothing but the answer to the current question, unless told otherwise.</summary>
    private sealed record Did(bool MayEnd = false, bool MayChangeAny = false, bool MayChangeFiles = false);

    private static async Task<Did> Do(World world, Phone phone, List<long> sent, int step)
    {
        var choice = step / 20;
        switch (step % 20)
        {
            case < 5:
                var message = phone.Message() with { Text = Texts[choice % Texts.Length] };
                sent.Add(message.MessageId);
                await world.Receive(message);
                return new Did();
            case < 13:
                return await Tap(world, phone, choice);
            case 13:
                await phone.SendsPhoto(album: choice % 2 == 0 ? "album" : null);
                return new Did(MayChangeFiles: true);
            case 14:
                await phone.SendsPhoto(size: 21 * 1024 * 1024);
                return new Did();
            case 15:
                await phone.SendsSomethingElse("sticker");
                return new Did();
            case 16 when sent.Count > 0:
                await phone.Edits(sent[choice % sent.Count], Texts[choice % Texts.Length]);
                return new Did(MayChangeAny: true);
            case 17:
                await world.Restart();
                return new Did();
            default:
                var command = Commands[choice % Commands.Length];
                await phone.Says(command);
                return new Did(MayEnd: command == "/cancel");
        }
    }

    private static async Task<Did> Tap(World world, Phone phone, int choice)
    {
        var buttons = world
            .Channel.Shown.Where(pair => pair.Key.Chat == phone.Account)
            .OrderBy(pair => pair.Key.Message)
            .SelectMany(pair =>
                pair.Value.Choices.SelectMany(row => row)
                    .Select((button, place) => (pair.Value.Id, button.Label, place))
            )
            .ToList();
        if (buttons.Count == 0)
            return new Did();
        var (id, label, place) = buttons[choice % buttons.Count];
        await world.Receive(phone.PressData(ButtonId.Of(id, place)));
        return new Did(
            MayEnd: true,
            MayChangeAny: label == BackLabel,
            MayChangeFiles: label == BeginWithFilesLabel
        );
    }

    private static void Check(Draft before, Draft? after, Did did)
    {
        if (after is null)
        {
            Assert.True(did.MayEnd || before.Sheet.Answers.Count == 0, "The draft is gone.");
            return;
        }
        if (did.MayChangeAny)
            return;
        var countsOnly = EventKind.In(after.Sheet)?.CountsOnly == true;
        if (countsOnly)
            Assert.Null(after.Sheet[ReportFields.Files]); // nothing of a single pupil may be kept
        foreach (var (key, answer) in before.Sheet.Answers.Where(one => !IsDropped(one.Key, countsOnly)))
            if (key != before.Step && !(key == "files" && did.MayChangeFiles))
                Assert.Equal(answer.Value, after.Sheet[key]);
    }

    private static bool IsDropped(string key, bool countsOnly) => countsOnly && key == ReportFields.Files;

    private sealed record Draft(long Id, string Step, AnswerSheet Sheet);

    /// <summary>The newest draft, or the one with this id: another that is begun beside it takes nothing away.</summary>
    private static async Task<Draft?> DraftOf(World world, long? id = null)
    {
        var session = await world.Read(db =>
            db.Sessions.Where(row => row.RemovedAt == null && (id == null || row.Id == id))
                .OrderByDescending(row => row.Id)
                .FirstOrDefaultAsync()
        );
        return session is null
            ? null
            : new Draft(session.Id, session.Step, AnswerSheet.FromJson(session.Sheet));
    }

    private static async Task AllWentWell(World world)
    {
        var failed = await world.Read(db =>
            db.Inbox.Where(row => row.Attempts > 0 || row.State == InboxState.Parked).ToListAsync()
        );
        Assert.Empty(failed);
    }
}
