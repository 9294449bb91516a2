using CuratorBot.Events;
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
}
