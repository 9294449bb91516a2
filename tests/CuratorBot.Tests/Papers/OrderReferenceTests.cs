using CuratorBot.Papers;

namespace CuratorBot.Tests.Papers;

public sealed class OrderReferenceTests
{
    [Theory]
    [InlineData("№339 от 18.03.2022", "339", "18.03.2022")]
    [InlineData("приказ №339 от 18.03.2022", "339", "18.03.2022")]
    [InlineData("Приказ № 339 от 18.03.2022 г.", "339", "18.03.2022")]
    [InlineData("приказом 01-16/339-п от 18 марта 2022 года", "01-16/339-п", "18 марта 2022")]
    [InlineData("N 7 от 1.2.22", "7", "1.2.22")]
    [InlineData("№339 18.03.2022", "339", "18.03.2022")]
    [InlineData("18.03.2022 №339", "339", "18.03.2022")]
    [InlineData("Приказ от 18.03.2022 г. № 339-п", "339-п", "18.03.2022")]
    public void An_order_is_read_as_people_write_it(string typed, string number, string date) =>
        Assert.Equal((number, date), OrderReference.Split(typed));

    [Theory]
    [InlineData("339")]
    [InlineData("от 18.03.2022")]
    [InlineData("приказ от вчера")]
    [InlineData("18.03.2022 339")]
    [InlineData("18.03.2022")]
    [InlineData("№3|39 от 18.03.2022")]
    public void What_is_no_number_and_date_is_not_read(string typed) =>
        Assert.Null(OrderReference.Split(typed));

    [Theory]
    [InlineData("339", "339")]
    [InlineData("приказ № 45/1-од", "45/1-од")]
    [InlineData("№8", "8")]
    public void A_number_alone_is_a_number(string typed, string number) =>
        Assert.Equal(number, OrderReference.NumberIn(typed));

    [Theory]
    [InlineData("без приказа")]
    [InlineData("не знаю")]
    [InlineData("№б/н")]
    public void Words_are_no_number(string typed) => Assert.Null(OrderReference.NumberIn(typed));

    [Theory]
    [InlineData("45/1-од", "№ 45/1 - ОД", true)]
    [InlineData("45/1", "451", false)]
    public void Spaces_and_case_make_no_other_number(string one, string other, bool same) =>
        Assert.Equal(same, OrderReference.IsSameNumber(one, other));
}
