using CuratorBot.People;

namespace CuratorBot.Tests.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+79270000001")]
    [InlineData("89270000001")]
    [InlineData("79270000001")]
    [InlineData("9270000001")]
    [InlineData("8 (927) 000-00-01")]
    [InlineData("+7 927 000 00 01")]
    [InlineData("+8 927 000-00-01")]
    [InlineData("(927)000.00.01")]
    public void However_she_types_it_it_is_the_same_number(string typed)
    {
        Assert.Equal(PhoneProblem.None, PhoneNumber.Read(typed, out var phone));
        Assert.Equal("+79270000001", phone);
    }

    [Theory]
    [InlineData("+375 29 000-00-01", "+375290000001")]
    [InlineData("+8613800000001", "+8613800000001")]
    [InlineData("8 (84157) 2-00-01", "+78415720001")]
    [InlineData("8 (3842) 12-34-56", "+73842123456")]
    [InlineData("7 858 123-45-67", "+78581234567")]
    [InlineData("8 10 375 29 000-00-01", "+375290000001")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    public void A_number_of_another_country_or_of_an_office_is_a_number_too(string typed, string expected)
    {
        Assert.Equal(PhoneProblem.None, PhoneNumber.Read(typed, out var phone));
        Assert.Equal(expected, phone);
    }

    [Theory]
    [InlineData("", PhoneProblem.Missing)]
    [InlineData("8 (3842) 12-34-56 доб. 12", PhoneProblem.Extension)]
    [InlineData("+7 3842 123456 (доб. 12)", PhoneProblem.Extension)]
    [InlineData("83842123456#12", PhoneProblem.Extension)]
    [InlineData("7,93E+10", PhoneProblem.Rounded)]
    [InlineData("7.9E+10", PhoneProblem.Rounded)]
    [InlineData("7,93Е+10", PhoneProblem.Rounded)]
    [InlineData("+79270000001, +79270000002", PhoneProblem.Several)]
    [InlineData("89270000001 89270000002", PhoneProblem.Several)]
    [InlineData("927000001", PhoneProblem.NoNumber)]
    [InlineData("нет", PhoneProblem.NoNumber)]
    [InlineData("8-927-000-00-01, 02", PhoneProblem.Several)]
    [InlineData("8 (3842) 123456; 654321", PhoneProblem.Several)]
    [InlineData("8 (84157) 2-00-01, 2-00-02", PhoneProblem.Several)]
    [InlineData("8927OOOOOO1", PhoneProblem.NoNumber)]
    [InlineData("892700000012", PhoneProblem.NoNumber)]
    [InlineData("12345678901234", PhoneProblem.NoNumber)]
    [InlineData("5836123456", PhoneProblem.NoNumber)]
    [InlineData("+89991234", PhoneProblem.NoNumber)]
    [InlineData("17.01.2022", PhoneProblem.NoNumber)]
    [InlineData("+", PhoneProblem.NoNumber)]
    public void What_is_no_number_is_told_by_what_is_wrong_with_it(string typed, PhoneProblem expected) =>
        Assert.Equal(expected, PhoneNumber.Read(typed, out _));
}
