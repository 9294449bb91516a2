using CuratorBot.Conversations.Arriving;
using CuratorBot.Data;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Events.Review;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Reminders;

/// <summary>What proves that a deadline is met is kept like what belongs to a report.</summary>
public sealed class ProofFileTests : SweepCase
{
    private const string TaskId = "group3_task3";
    private static readonly byte[] Document = [.. "%PDF-1.4 agreement"u8];

    [Fact]
    public async Task A_document_is_kept_and_shown_from_the_store()
    {
        await Prove(phone => phone.SendsFile("Соглашение.pdf", Document));

        var row = await World.Read(db => ObligationOf(db, TaskId));
        Assert.Equal(
            (EvidenceKind.Document, "Соглашение.pdf", (long?)Document.Length),
            (row.EvidenceKind, row.EvidenceName, row.EvidenceSize)
        );
        Assert.Equal(Document, Kept(row));
        var shown = await Show();
        Assert.Equal(
            (row.EvidenceStoredAs, (string?)null, "Соглашение.pdf"),
            (shown.FilePath, shown.FileId, shown.FileName)
        );
    }

    [Fact]
    public async Task A_photo_is_kept_without_the_place_where_it_was_taken()
    {
        await Prove(phone =>
            phone.SendsPhoto(content: SampleFiles.Jpeg("paper", (0xE1, [.. "Exif\0\0GPS 53.1"u8])))
        );

        var row = await World.Read(db => ObligationOf(db, TaskId));
        Assert.Equal(EvidenceKind.Photo, row.EvidenceKind);
        Assert.Equal(SampleFiles.Jpeg("paper"), Kept(row));
    }

    [Fact]
    public async Task What_cannot_be_fetched_or_kept_is_asked_for_again()
    {
        await Prove(phone => phone.SendsPhoto(content: []));
        Assert.StartsWith("Этот файл больше не скачать", Heard(Director)[^1], StringComparison.Ordinal);
        await new Phone(World, Director).SendsFile("скан.pdf", [.. "MZ a program"u8]);
        Assert.StartsWith("Такой файл бот не хранит", Heard(Director)[^1], StringComparison.Ordinal);

        Assert.True(await World.Read(async db => (await ObligationOf(db, TaskId)).IsOpen));
    }

    [Fact]
    public async Task When_the_place_for_files_is_full_the_deadline_is_met_all_the_same()
    {
        await World.Restart(services => services.AddSingleton(new EvidenceOptions { MostGigabytes = 1e-10 }));

        await Prove(phone => phone.SendsFile("Соглашение.pdf", Document));

        var row = await World.Read(db => ObligationOf(db, TaskId));
        Assert.Equal((false, (string?)null), (row.IsOpen, row.EvidenceStoredAs));
        Assert.Equal(row.Evidence, (await Show()).FileId);
    }

    [Fact]
    public async Task It_takes_its_part_of_the_place_for_files()
    {
        await World.Restart(services => services.AddSingleton(new EvidenceOptions { MostGigabytes = 1e-8 }));
        await Prove(phone => phone.SendsFile("Соглашение.pdf", Document));
        var curator = new Phone(World, Curator);
        await curator.Says("/report");

        await curator.SendsPhoto();

        Assert.StartsWith("Место для файлов закончилось", Heard(Curator)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_version_noted_is_shown_by_the_messenger()
    {
        await Change(async db =>
        {
            var row = await ObligationOf(db, TaskId);
            row.End(Outcome.Done, await PersonOf(Director), World.Clock.Now);
            row.Prove(new Proof(EvidenceKind.Document, "document-of-old"));
        });

        var shown = await Show();

        Assert.Equal(("document-of-old", (string?)null), (shown.FileId, shown.FilePath));
    }

    [Fact]
    public async Task It_stays_while_the_deadline_is_met_and_goes_after_it_is_owed_again()
    {
        await Prove(phone => phone.SendsFile("Соглашение.pdf", Document));
        var unused = World.Services.GetRequiredService<UnusedEvidence>();
        var later = new RealTime(TimeProvider.System).Now + UnusedEvidence.KeptFor + TimeSpan.FromMinutes(1);

        await unused.Remove(later);
        Assert.Single(World.Files.KeptBefore(DateTimeOffset.MaxValue));
        await Change(async db => (await ObligationOf(db, TaskId)).Reopen());
        await unused.Remove(later);

        Assert.Empty(World.Files.KeptBefore(DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task A_file_of_a_correction_that_waits_is_in_use()
    {
        const string Used = "files/kept/ab/abababababababababababababababababababababababababababababababab";
        await Change(async db =>
            db.Add(
                new ReportCorrection
                {
                    Id = World.Ids.Next(),
                    ReportId = 1,
                    AuthorId = await PersonOf(Curator),
                    Sheet = $"answers and {Used} among them",
                    Version = 1,
                    ProposedAt = World.Clock.Now,
                }
            )
        );

        Assert.True(await World.Read(db => EvidenceInUse.IsUsed(db, Used, CancellationToken.None)));
        Assert.Contains(Used, await World.Read(db => EvidenceInUse.All(db)));
    }

    [Fact]
    public async Task When_she_is_forgotten_only_the_name_that_she_gave_it_goes()
    {
        await Prove(phone => phone.SendsFile("Соглашение.pdf", Document));
        var phone = new Phone(World, Director);
        await phone.Says("/mydata");
        await phone.Presses("Удалить всё");
        await phone.Presses("Да, удалить навсегда");

        var row = await World.Read(db => ObligationOf(db, TaskId));

        Assert.Null(row.EvidenceName);
        Assert.Equal(Document, Kept(row));
    }

    /// <summary>The director closes the deadline of her school with what she sends.</summary>
    private async Task Prove(Func<Phone, Task> sends)
    {
        var phone = new Phone(World, Director);
        await phone.Says("/tasks");
        var line = Heard(Director)[^1]
            .Split('\n')
            .Single(one => one.Contains("Посещение школ", StringComparison.Ordinal));
        await phone.Presses($"Готово: {line.Split('.')[0]}");
        await sends(phone);
    }

    private byte[] Kept(Obligation row)
    {
        using var file = World.Files.Open(row.EvidenceStoredAs!)!;
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    /// <summary>What the coordinator gets who asks for the document.</summary>
    private async Task<OutgoingMessage> Show()
    {
        var coordinator = new Phone(World, Coordinator);
        await coordinator.Says("/schedule");
        foreach (
            var label in new[] { "📂 Открыть задачу", "6", "Кто сдал, кто нет", "2", "📎 Показать документ" }
        )
            await coordinator.Presses(label);
        return World.Channel.Heard.Last().Message;
    }
}
