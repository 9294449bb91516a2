using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Flooding;

/// <summary>Somebody types faster than her chat may be written to.</summary>
public sealed class FloodTests : IAsyncLifetime
{
    private const string NoNumber = "Нужно число цифрами";

    private HeldWorld _held = null!;
    private Phone _curator = null!;

    public async Task InitializeAsync()
    {
        _held = await HeldWorld.Open();
        _curator = new Phone(_held.World, 1001);
    }

    public async Task DisposeAsync() => await _held.DisposeAsync();

    private List<OutgoingMessage> Said => _held.Said(1001);

    private IncomingMessage Typed(string text) => _curator.Message() with { Text = text };

    private IncomingMessage[] Typed(int times, string text) =>
        [.. Enumerable.Range(0, times).Select(_ => Typed(text))];

    /// <summary>Up to the number of participants, and no more may be said in this second.</summary>
    private async Task BeginReportInAHurry()
    {
        await _held.Calmly(Typed("/report"));
        foreach (var answer in new[] { "Посещение школы", "СОШ №3", "Сегодня" })
            await _held.Calmly(_curator.Press(answer));
        _held.Time.Pass(TimeSpan.FromMinutes(1));
        await _held.Receive(Typed(3, "много"));
        await _held.Until(() => _held.Pending == 0);
    }

    [Fact]
    public async Task Of_a_hundred_questions_only_the_last_is_asked_and_it_can_be_answered()
    {
        await _held.Receive(Typed("/report"));
        await _held.Receive(Typed(100, "абракадабра"));
        await _held.Until(() => _held.Pending == 1);
        Assert.Equal(3, Said.Count);

        _held.Time.Pass(TimeSpan.FromSeconds(2));
        await _held.Until(() => _held.Pending == 0);
        Assert.Equal(4, Said.Count);
        Assert.Equal(Said[^2].Text.Text, Said[^1].Text.Text);

        await _held.Calmly(_curator.Press("Посещение школы"));
        Assert.Contains("школ", Said[^1].Text.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2 * 97, await GivenUp()); // each question, and that its buttons go
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task Why_an_answer_was_refused_is_said_with_the_next_question()
    {
        await BeginReportInAHurry();
        var before = Said.Count;
        await _held.Receive(Typed("много"), Typed("12"));
        await _held.LetGoOut();

        Assert.Equal(before + 1, Said.Count);
        Assert.StartsWith(NoNumber, Said[^1].Text.Text, StringComparison.Ordinal);
        await _held.Calmly(_curator.Press("✅ Отправить"));
        Assert.Equal(
            12,
            await _held.World.Read(db =>
                db.EventReports.Where(row => row.ReportedAt == World.Start)
                    .Select(row => row.Participants)
                    .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_restart_in_between_forgets_neither_the_question_nor_the_remark()
    {
        await BeginReportInAHurry();
        var before = Said.Count;
        await _held.Receive(Typed("много"), Typed("12"));
        await _held.World.Restart();
        await _held.LetGoOut();

        Assert.Equal(before + 1, Said.Count);
        Assert.StartsWith(NoNumber, Said[^1].Text.Text, StringComparison.Ordinal);
        Assert.True(_curator.Sees("✅ Отправить"));
        await HeldWorld.Until(async () => await Waiting() == 0);
    }

    [Fact]
    public async Task What_is_no_question_is_all_said()
    {
        await BeginReportInAHurry();
        var before = Said.Count;
        await _held.Receive(Typed("/cancel"), Typed("/report"), Typed("/cancel"), Typed("/report"));
        await _held.LetGoOut();

        Assert.Equal(
            ["Отменено", "Отчёт", "Отменено", "Отчёт"],
            Said.Skip(before).Select(said => said.Text.Text.Contains("Отменено") ? "Отменено" : "Отчёт")
        );
    }

    [Fact]
    public async Task The_same_words_are_not_said_again_while_they_wait()
    {
        await _held.Receive(Typed(20, "/cancel"));
        await _held.LetGoOut();

        Assert.Equal(4, Said.Count);
        Assert.All(Said, said => Assert.StartsWith("Отменять нечего", said.Text.Text));
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task An_album_in_a_hurry_is_counted_whole_in_one_answer()
    {
        await BeginReportInAHurry();
        var before = Said.Count;
        await _held.Receive([.. Enumerable.Range(0, 5).Select(Photo)]);
        await _held.LetGoOut();

        Assert.Equal(before + 1, Said.Count);
        Assert.StartsWith("Получено 5 из 5", Said[^1].Text.Text, StringComparison.Ordinal);
        await _held.Calmly(Typed("12"));
        await _held.Calmly(_curator.Press("✅ Отправить"));
        Assert.Equal(
            5,
            await _held.World.Read(db =>
                db.EventReports.Where(row => row.ReportedAt == World.Start)
                    .SelectMany(row => row.Files)
                    .CountAsync()
            )
        );
    }

    private IncomingMessage Photo(int number)
    {
        var id = $"photo-{number}";
        _held.World.Channel.Files[id] = SampleFiles.Jpeg(id);
        return _curator.Message() with
        {
            Kind = IncomingKind.Photo,
            File = new IncomingFile(id, $"unique-{number}", null, "image/jpeg", 1000),
            AlbumId = "album",
        };
    }

    private Task<int> GivenUp() =>
        _held.World.Read(db => db.Outbox.CountAsync(row => row.State == OutboxState.Failed));

    private Task<int> Waiting() =>
        _held.World.Read(db => db.Outbox.CountAsync(row => row.State == OutboxState.Waiting));
}
