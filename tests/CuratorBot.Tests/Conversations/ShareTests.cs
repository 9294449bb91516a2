using CuratorBot.Conversations.Questions;

namespace CuratorBot.Tests.Conversations;

public sealed class ShareTests
{
    [Theory]
    [InlineData("77 из 97", 77, 97, null)]
    [InlineData("77/97", 77, 97, null)]
    [InlineData("прошли 44 из 97 учителей", 44, 97, null)]
    [InlineData("77 из 97 — 79,4 %", 77, 97, null)]
    [InlineData("77 из 97 (79%)", 77, 97, null)]
    [InlineData("77 из 97 — 75 %", 77, 97, 75.0)]
    [InlineData("77 из 97, 79.9 процентов", 77, 97, 79.9)]
    public void A_share_keeps_its_base_and_only_another_percent_beside_it(
        string typed,
        int part,
        int all,
        double? stated
    ) => Assert.Equal(new Share(part, all, (decimal?)stated), Share.Read(typed));

    [Theory]
    [InlineData("75 %")]
    [InlineData("77")]
    [InlineData("77 из 0")]
    [InlineData("77 из 97 или 78 из 98")]
    [InlineData("99999999999 из 97")]
    public void What_names_no_part_and_base_is_no_share(string typed) => Assert.Null(Share.Read(typed));

    [Fact]
    public void It_comes_back_from_the_sheet_as_it_went_in() =>
        Assert.All(
            new[] { new Share(77, 97), new Share(44, 97, 45.5m) },
            share => Assert.Equal(share, Share.Stored(share.ToString()))
        );
}
