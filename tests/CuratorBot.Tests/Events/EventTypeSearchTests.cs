using CuratorBot.Conversations.Forms;
using CuratorBot.Events;
using CuratorBot.Events.Listing;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class EventTypeSearchTests
{
    [Theory]
    [InlineData("визит", "Посещение школы")]
    [InlineData("курсы", "Курсы повышения квалификации")]
    [InlineData("ПЕДСОВЕТ", "Педагогический совет")]
    [InlineData("педсовета", "Педагогический совет")]
    [InlineData("олимпиаду", "Метапредметная олимпиада")]
    [InlineData("РМО", "Заседание методического объединения")]
    [InlineData("мастер класс", "Мастер-класс")]
    [InlineData("ctvbyfh", "Семинар")]
    [InlineData("vebinar", "Вебинар")]
    public async Task What_is_meant_beyond_doubt_is_taken_without_a_question(string typed, string chosen) =>
        Assert.Equal(chosen, await TakenFor(typed));

    [Theory]
    [InlineData("видеоконфиренция")]
    [InlineData("стажеровка")]
    [InlineData("анкетиравание")]
    [InlineData("выезд в школу")]
    public async Task What_is_only_similar_is_offered(string typed)
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");
        await phone.Says(typed);

        Assert.StartsWith(
            "Вот что нашлось",
            world.Channel.Heard.Last().Message.Text.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_kind_can_be_reached_by_buttons_and_by_its_name()
    {
        await using var world = await World.Open();
        var types = await world.Read(db =>
            db.EventTypes.Where(type => type.Id != EventType.Nothing).ToListAsync()
        );

        Assert.Equal(55, types.Count);
        foreach (var type in types)
        {
            Assert.Single(
                EventHeadings.All,
                heading => EventHeadings.Under(heading.Heading, types).Contains(type)
            );
            foreach (var name in type.Aliases.Prepend(type.Name))
                Assert.Contains(type, EventTypeSearch.In(types, name).Types);
        }
    }

    private static async Task<string?> TakenFor(string typed)
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");
        await phone.Says(typed);
        var session = await world.Read(db => db.Sessions.SingleAsync());
        return AnswerSheet.FromJson(session.Sheet).Answers.GetValueOrDefault("type")?.Shown;
    }
}
