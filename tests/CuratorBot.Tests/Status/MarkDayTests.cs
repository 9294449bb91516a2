using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Status;

/// <summary>A mark says of which day it is, where that is known.</summary>
public sealed class MarkDayTests
{
    [Fact]
    public async Task A_mark_with_a_day_says_it_and_one_without_says_that_none_is_named()
    {
        await using var world = await World.Open();
        Assert.Contains("день в ней не указан", await Status(world), StringComparison.Ordinal);

        await world.UnitOfWork.Write(async scope =>
        {
            var mark = await scope.Db.StatusMarks.SingleAsync(row =>
                row.MunicipalityId == "kuznetsk" && row.Column == "survey_500plus_2022"
            );
            mark.AsOf = new DateOnly(2022, 1, 12);
            await scope.Db.SaveChangesAsync();
            return true;
        });

        var said = await Status(world);
        Assert.Contains("• Анкетирование 500+ 2022: +, на 12.01.2022", said, StringComparison.Ordinal);
        Assert.DoesNotContain("По таблице мониторинга, день в ней не указан", said, StringComparison.Ordinal);
    }

    private static async Task<string> Status(World world)
    {
        var before = world.Channel.Heard.Count;
        await new Phone(world, 1004).Says("/status Кузнецк");
        return string.Join('\n', world.Channel.Heard.Skip(before).Select(heard => heard.Message.Text.Text));
    }
}
