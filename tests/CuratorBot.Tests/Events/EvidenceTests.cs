using System.Text;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Events;

public sealed class EvidenceTests
{
    private static readonly byte[] FromACamera = SampleFiles.Jpeg(
        "school",
        (0xE1, [.. "Exif\0\0GPS 53.1"u8])
    );

    [Fact]
    public async Task A_photo_is_kept_without_the_place_where_it_was_taken()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);

        var report = await Tell(world, phone, FromACamera);

        var file = Assert.Single(report.Files);
        await using var kept = world.Files.Open(file.StoredAs!)!;
        var content = new byte[kept.Length];
        await kept.ReadExactlyAsync(content);
        Assert.Equal(SampleFiles.Jpeg("school"), content);
        Assert.Equal(content.Length, file.Size);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(world.DataDirectory, "*", SearchOption.AllDirectories),
            path => File.ReadAllBytes(path).AsSpan().IndexOf("GPS"u8) >= 0
        );
    }

    [Fact]
    public async Task The_kept_photo_is_shown_and_not_the_one_that_came()
    {
        await using var world = await World.Open();
        var report = await Tell(world, new Phone(world, 1001), FromACamera);
        var coordinator = new Phone(world, 1004);

        await coordinator.Presses("Открыть отчёт");
        await coordinator.Presses("Показать фото");

        var shown = world.Channel.Heard.Last().Message;
        Assert.Equal((report.Files[0].StoredAs, (string?)null), (shown.FilePath, shown.FileId));
    }

    [Fact]
    public async Task The_reviewer_sees_that_a_photo_was_shown_for_another_event()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await Tell(world, phone, FromACamera);
        world.Clock.Now = World.Start.AddDays(5);

        await Tell(world, phone, SampleFiles.Jpeg("school"));

        Assert.Contains(
            "Такое же фото или документ уже есть в отчёте от 17 января (Варвара Примерова)",
            world.Channel.Heard.Last(heard => heard.ChatId == 1004).Message.Text.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_same_photo_twice_in_one_report_is_one()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");
        await phone.SendsPhoto(content: FromACamera);

        var report = await Tell(world, phone, FromACamera, begin: false);

        Assert.Single(report.Files);
    }

    [Theory]
    [InlineData("отчёт.pdf", "MZ\u0090 this is a program")]
    [InlineData("фото.jpg", "<html>")]
    public async Task A_file_is_told_by_its_content_and_not_by_its_name(string name, string content)
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");

        await phone.SendsFile(name, Encoding.Latin1.GetBytes(content));

        Assert.StartsWith("Такой файл бот не хранит", LastText(world), StringComparison.Ordinal);
        Assert.DoesNotContain("files", await Sheet(world), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> OfPhones =>
        new() { { "IMG_0001.HEIC", PhonePhotos.Heic }, { "photo.webp", PhonePhotos.Webp } };

    [Theory]
    [MemberData(nameof(OfPhones))]
    public async Task A_photo_that_a_phone_sends_as_a_file_is_kept_without_the_place(
        string name,
        byte[] photo
    )
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");

        await phone.SendsFile(name, photo);

        var report = await Tell(world, phone, photo: null, begin: false);
        var file = Assert.Single(report.Files);
        Assert.Equal(name, file.Name);
        Assert.All(
            Directory.EnumerateFiles(world.DataDirectory, "*", SearchOption.AllDirectories),
            path =>
                Assert.All(
                    PhonePhotos.Told,
                    told =>
                        Assert.DoesNotContain(
                            told,
                            Encoding.Latin1.GetString(File.ReadAllBytes(path)),
                            StringComparison.Ordinal
                        )
                )
        );
    }

    [Fact]
    public async Task A_photo_of_which_nobody_knows_whether_it_tells_the_place_is_to_be_sent_as_a_photo()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");

        await phone.SendsFile("film.heic", [.. PhonePhotos.Heic, 0, 0, 0, 8, .. "moov"u8]);

        Assert.StartsWith(
            "Из этого снимка не получилось убрать место съёмки",
            LastText(world),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("files", await Sheet(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_place_for_files_is_full_the_report_goes_without()
    {
        await using var world = await World.Open(also: services =>
            services.AddSingleton(new EvidenceOptions { MostGigabytes = 1e-8 })
        );
        var phone = new Phone(world, 1001);
        await Tell(world, phone, FromACamera);
        await phone.Says("/report");

        await phone.SendsPhoto();

        Assert.StartsWith("Место для файлов закончилось", LastText(world), StringComparison.Ordinal);
        await Tell(world, phone, photo: null, begin: false);
    }

    [Fact]
    public async Task What_no_report_came_of_goes_after_a_while_and_what_is_used_stays()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        var report = await Tell(world, phone, FromACamera);
        await phone.Says("/report");
        await phone.SendsPhoto();
        await phone.Says("/cancel");
        await world.UnitOfWork.Write(async scope =>
        {
            scope.Db.Sessions.RemoveRange(await scope.Db.Sessions.ToListAsync());
            return await scope.Db.SaveChangesAsync();
        });
        Assert.Equal(2, world.Files.KeptBefore(DateTimeOffset.MaxValue).Count());
        var unused = world.Services.GetRequiredService<UnusedEvidence>();
        var now = new RealTime(TimeProvider.System).Now;

        await unused.Remove(now);
        Assert.Equal(2, world.Files.KeptBefore(DateTimeOffset.MaxValue).Count());
        await unused.Remove(now + UnusedEvidence.KeptFor + TimeSpan.FromMinutes(1));

        Assert.Equal([report.Files[0].StoredAs!], world.Files.KeptBefore(DateTimeOffset.MaxValue));
    }

    private static async Task<EventReport> Tell(World world, Phone phone, byte[]? photo, bool begin = true)
    {
        if (begin)
            await phone.Says("/report");
        if (photo is not null)
            await phone.SendsPhoto(content: photo);
        await phone.Presses("Посещение школы");
        await phone.Presses("СОШ №3");
        await phone.Presses("Сегодня");
        await phone.Says("12");
        await phone.Presses("✅ Отправить");
        return await world.Read(db =>
            db.EventReports.Include(row => row.Files)
                .Where(row => row.AuthorId != null)
                .OrderByDescending(row => row.Id)
                .FirstAsync()
        );
    }

    private static Task<string> Sheet(World world) =>
        world.Read(db => db.Sessions.Select(row => row.Sheet).SingleAsync());

    private static string LastText(World world) => world.Channel.Heard.Last().Message.Text.Text;
}
