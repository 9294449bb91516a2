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
    public void An_order_is_read_as_people_write_it(string typed, string number, string date) =>
        Assert.Equal((number, date), OrderReference.Split(typed));

    [Theory]
    [InlineData("339")]
    [InlineData("от 18.03.2022")]
    [InlineData("приказ от вчера")]
    [InlineData("№339 18.03.2022")]
    [InlineData("№3|39 от 18.03.2022")]
    public void What_is_no_number_and_date_is_not_read(string typed) =>
        Assert.Null(OrderReference.Split(typed));
}
