using CuratorBot.Events.Reporting;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class PupilDataTests
{
    [Theory]
    [InlineData("Незнайкин Пётр отвлекается")]
    [InlineData("тревожность у Незнайкина П.")]
    [InlineData("беседа с П. В. Незнайкиным")]
    [InlineData("мальчик, 12.03.2011")]
    [InlineData("девочка 2012 г.р.")]
    [InlineData("мама: 8 (927) 000-00-01")]
    [InlineData("СНИЛС 000-000-000 00")]
    [InlineData("ученица Кнопочкина-Первая Мария")]
    [InlineData("незнайкин пётр отвлекается")]
    [InlineData("НЕЗНАЙКИН ПЁТР ОТВЛЕКАЕТСЯ")]
    [InlineData("маша плачет")]
    [InlineData("беседа с варварой и её мамой")]
    [InlineData("у дмитрия тревожность")]
    [InlineData("тревожность у незнайкина п.")]
    [InlineData("тревожность у незнайкина п., рекомендации")]
    [InlineData("незнайкин п.в. отвлекается")]
    [InlineData("беседа с п. в. незнайкиным")]
    public void Words_about_one_pupil_are_refused(string text) => Assert.True(PupilData.IsIn(text));

    [Theory]
    [InlineData("школьники 5, 6, 7 классов (74 человека)")]
    [InlineData("у 33,3% низкая мотивация, 37% тревожны")]
    [InlineData("рекомендации педагогам и родителям до 20.05.2022")]
    [InlineData("по методике Филлипса, 5 «А» и 5 «Б»")]
    [InlineData("психолого-педагогические причины неуспеваемости")]
    [InlineData("рекомендации для педагогов г. Кузнецка и с. Решетино")]
    [InlineData("тревожность, лень, прогулы и т.д., в т. ч. у мальчиков")]
    [InlineData("недостаток света, дана рекомендация, вера в себя и надежда на успех")]
    [InlineData("опрос в основном корпусе, у половины низкая самооценка")]
    [InlineData("школа р.п. Лунино, 12 обучающихся 5-х классов")]
    public void Words_about_pupils_are_not(string text) => Assert.False(PupilData.IsIn(text));

    [Fact]
    public async Task A_report_that_becomes_one_of_pupils_loses_what_it_may_not_keep()
    {
        await using var world = await World.Open();

        var dialogue = await new Transcript(world).Play([
            "@ curator",
            "> /report",
            "> [Посещение школы]",
            "> [СОШ №3]",
            "> [Сегодня]",
            "> 12",
            "> [➕ Результат]",
            "> Незнайкин Пётр отвлекается",
            "> [✏️ Исправить]",
            "> [Мероприятие]",
            "> психологическая диагностика",
            "> [✅ Отправить]",
        ]);

        Assert.Contains("сведения об одном ребёнке. Они удалены", dialogue, StringComparison.Ordinal);
        Assert.False(await world.Read(db => db.EventReports.AnyAsync(row => row.AuthorId != null)));
        Assert.DoesNotContain(
            "Незнайкин",
            await world.Read(db => db.Sessions.Select(row => row.Sheet).SingleAsync()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_photo_that_was_there_first_is_deleted_and_told_to_nobody()
    {
        await using var world = await World.Open();
        var curator = new Phone(world, 1001);
        await curator.Says("/report");
        await curator.SendsPhoto();
        Assert.Single(Kept(world));

        await curator.Says("психологическая диагностика");

        Assert.Contains("файлы удалены: 1 фото", LastTo(world, 1001), StringComparison.Ordinal);
        Assert.Empty(Kept(world));
        await Finish(curator);
        Assert.DoesNotContain("фото", LastTo(world, 1001), StringComparison.Ordinal);
        Assert.StartsWith("Новый отчёт", LastTo(world, 1004), StringComparison.Ordinal);
        Assert.DoesNotContain("фото", LastTo(world, 1004), StringComparison.Ordinal);
        Assert.DoesNotContain("files/", await Sheets(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_that_a_report_begins_with_are_deleted_once_it_is_one_of_pupils()
    {
        await using var world = await World.Open();
        var curator = new Phone(world, 1001);
        await curator.Says("/report");
        await curator.Says("психологическая диагностика");
        await curator.Presses("СОШ №3");
        await curator.Says("/cancel");
        await curator.SendsPhoto();
        await curator.Presses("Вернуть");
        Assert.Single(Kept(world));

        await curator.Presses("Да, начать отчёт");

        Assert.Contains("файлы удалены: 1 фото", LastTo(world, 1001), StringComparison.Ordinal);
        Assert.Empty(Kept(world));
    }

    [Fact]
    public async Task A_report_that_is_mended_into_one_of_pupils_keeps_no_photo()
    {
        await using var world = await World.Open();
        var curator = new Phone(world, 1001);
        await curator.Says("/report");
        await curator.SendsPhoto();
        await curator.Presses("Посещение школы");
        await Finish(curator);
        await curator.Presses("Мои отчёты");
        await curator.Presses("1");
        await curator.Presses("✏️ Исправить отчёт");
        await curator.Presses("✏️ Исправить");
        await curator.Presses("Мероприятие");
        await curator.Says("психологическая диагностика");
        Assert.Single(Kept(world));

        await curator.Presses("✅ Отправить");

        Assert.Empty(Kept(world));
        Assert.DoesNotContain("фото", LastTo(world, 1001), StringComparison.Ordinal);
        Assert.DoesNotContain("фото", LastTo(world, 1004), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_another_report_shows_as_well_stays()
    {
        await using var world = await World.Open();
        var curator = new Phone(world, 1001);
        var photo = SampleFiles.Jpeg("school");
        await curator.Says("/report");
        await curator.SendsPhoto(content: photo);
        await curator.Presses("Посещение школы");
        await Finish(curator);
        await curator.Says("/report");
        await curator.SendsPhoto(content: photo);

        await curator.Says("психологическая диагностика");

        Assert.Contains("файлы удалены: 1 фото", LastTo(world, 1001), StringComparison.Ordinal);
        Assert.Single(Kept(world));
    }

    private static async Task Finish(Phone curator)
    {
        await curator.Presses("СОШ №3");
        await curator.Presses("Сегодня");
        await curator.Says("12");
        await curator.Presses("✅ Отправить");
    }

    private static List<string> Kept(World world) => [.. world.Files.KeptBefore(DateTimeOffset.MaxValue)];

    private static string LastTo(World world, long account) =>
        world.Channel.Heard.Last(heard => heard.ChatId == account).Message.Text.Text;

    private static Task<string> Sheets(World world) =>
        world.Read(async db =>
            string.Concat(await db.ReportSheets.Select(row => row.Sheet).ToListAsync())
            + string.Concat(await db.Sessions.Select(row => row.Sheet).ToListAsync())
        );
}
