using CuratorBot.Condition;
using CuratorBot.Host.Database;

namespace CuratorBot.Tests.Storage;

public sealed class DiskSpaceTests
{
    [Theory]
    [InlineData(40_000, 100_000, null)]
    [InlineData(15_000, 100_000, null)]
    [InlineData(14_999, 100_000, Severity.Passing)]
    [InlineData(500, 2_000, null)]
    [InlineData(499, 2_000, Severity.Passing)]
    [InlineData(64, 100_000, Severity.Passing)]
    [InlineData(63, 100_000, Severity.NeedsPerson)]
    [InlineData(0, 100_000, Severity.NeedsPerson)]
    [InlineData(2, 32, Severity.Passing)]
    [InlineData(1, 32, Severity.NeedsPerson)]
    public void Little_room_is_told_in_time_and_hardly_any_needs_a_person(
        int free,
        int total,
        Severity? expected
    )
    {
        Assert.Equal(expected, new DiskSpace((long)free << 20, (long)total << 20).Trouble);
    }

    [Fact]
    public void The_disk_of_a_folder_says_how_much_it_has()
    {
        var space = DiskSpace.Of(Path.GetTempPath());
        Assert.InRange(space.Free, 1, space.Total);
    }
}
