using CuratorBot.Data;
using CuratorBot.Members.Inviting;

namespace CuratorBot.Tests.People;

public sealed class InvitationCodeTests
{
    [Theory]
    [InlineData("k7qm-2b9x-04dt")]
    [InlineData("K7QM 2B9X 04DT")]
    [InlineData("  К7QМ—2В9Х–O4DТ ")]
    [InlineData("k7qm.2b9x_o4dt")]
    public void Case_separators_and_lookalikes_do_not_matter(string typed) =>
        Assert.Equal("K7QM2B9X04DT", InvitationCode.Normalise(typed));

    [Fact]
    public void I_and_L_are_read_as_one() =>
        Assert.Equal("112345678910", InvitationCode.Normalise("IL23 4567 891O"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM-2B9X-04D")]
    [InlineData("K7QM-2B9X-04DT-1")]
    [InlineData("K7QM-2B9X-04DU")]
    [InlineData("Добрый день, 5!")]
    public void What_is_no_code_is_not_taken_for_one(string? typed) =>
        Assert.Null(InvitationCode.Normalise(typed));

    [Fact]
    public void A_name_whose_letters_a_code_may_hold_is_a_name()
    {
        Assert.NotNull(InvitationCode.Normalise("Марта Ветрова"));
        Assert.False(InvitationCode.LooksLikeOne("Марта Ветрова"));
    }

    [Fact]
    public void Every_new_code_reads_back_and_looks_like_one()
    {
        var ids = new IdGenerator(TimeProvider.System);
        for (var made = 0; made < 1000; made++)
        {
            var code = InvitationCode.New(ids, InvitationCode.TypedLength);
            Assert.Equal(InvitationCode.TypedLength, code.Length);
            Assert.True(InvitationCode.LooksLikeOne(InvitationCode.InGroups(code)));
            Assert.Equal(code, InvitationCode.Normalise(InvitationCode.InGroups(code).ToLowerInvariant()));
        }
    }

    [Fact]
    public void A_code_is_shown_in_groups_of_four() =>
        Assert.Equal("K7QM-2B9X-04DT", InvitationCode.InGroups("K7QM2B9X04DT"));
}
