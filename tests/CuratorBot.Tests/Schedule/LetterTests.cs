using CuratorBot.Tasks.Editing;

namespace CuratorBot.Tests.Schedule;

public sealed class LetterTests
{
    private static readonly DateOnly Today = new(2022, 1, 17);

    [Theory]
    [InlineData(
        "до 31.05 направить отчёт на адрес министерства",
        "Направить отчёт на адрес министерства",
        "2022-05-31"
    )]
    [InlineData("Просим до 31.05.2022 г. направить отчёт.", "Направить отчёт", "2022-05-31")]
    [InlineData(
        "Просим вас в срок до 1 июня 2022 года (включительно) провести опрос",
        "Провести опрос",
        "2022-06-01"
    )]
    [InlineData(
        "Необходимо провести опрос родителей не позднее 3 марта",
        "Провести опрос родителей",
        "2022-03-03"
    )]
    [InlineData(
        "Отчёт, подписанный директором, до 5.2.22 разместить на сайте",
        "Отчёт, подписанный директором, разместить на сайте",
        "2022-02-05"
    )]
    [InlineData("Подготовить справку к 10 января", "Подготовить справку", "2023-01-10")]
    public void A_sentence_says_what_and_until_when(string sentence, string title, string due)
    {
        var letter = Letter.Read(sentence, Today);
        Assert.Equal((title, DateOnly.Parse(due)), (letter.Title, letter.Due));
    }

    [Theory]
    [InlineData("Направить отчёт в министерство")]
    [InlineData("Провести уроки с 25 по 30 мая")]
    [InlineData("Провести уроки с 25.05 до 30.05")]
    [InlineData("Школам до 24 января, муниципалитетам до 1 февраля сдать карты")]
    [InlineData("До 31.02 сдать карты")]
    [InlineData("До 31.12.2021 сдать карты")]
    [InlineData("До 12 школ включить в список")]
    [InlineData("К 10-летию школы провести встречу")]
    public void Where_the_day_is_not_certain_it_is_asked_for(string sentence)
    {
        var letter = Letter.Read(sentence, Today);
        Assert.Equal((sentence, null), (letter.Title, letter.Due));
    }
}
