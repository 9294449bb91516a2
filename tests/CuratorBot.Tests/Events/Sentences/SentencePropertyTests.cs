using System.Globalization;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Sentences;
using CuratorBot.People;
using FsCheck;
using FsCheck.Fluent;

namespace CuratorBot.Tests.Events.Sentences;

/// <summary>Whatever words come in whatever order, nothing is filled in that they do not say.</summary>
public sealed class SentencePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    private static readonly string[] Words =
    [
        .. "сегодня вчера завтра в на по о до к с из и или не было была провела посетила состоится планирую ли".Split(
            ' '
        ),
        .. "консультация консультации семинар диагностика педсовет урок круглый стол открытый мастер-класс".Split(
            ' '
        ),
        .. "СОШ №3 школа школе гимназия лицей 3 10 третьей Кузнецке Решетино Ульяновке Пензы г. с. р.п. центр образования".Split(
            ' '
        ),
        .. "12 44 97 из 15.03 31.02 15-го марта мая 2022 2031 числа понедельник пятницу прошлую назад дня через неделю".Split(
            ' '
        ),
        .. "педагогов учителей человек чел. участников родителей математики около всего них процентов % ( ) 75".Split(
            ' '
        ),
        .. "договорились решили итог тема обсудили обещали проверю онлайн очно дистанционно для от".Split(
            ' '
        ),
        .. ", . ; : — - ? ! « » \" \n 👨‍👩‍👧 <b> 99999999999 00 -5 1e9 ё".Split(' '),
        "\u202e",
        "\ud83d",
        "  ",
        new('я', 400),
    ];

    private static readonly string[] DaysInWords =
    [
        "сегодня",
        "вчера",
        "понедельник",
        "пятницу",
        "назад",
        "числа",
        "марта",
        "мая",
    ];

    [Fact]
    public void Word_soup_never_throws_and_never_fills_in_what_is_not_there() =>
        Prop.ForAll(Soup().ToArbitrary(), IsHonest).Check(Runs);

    [Fact]
    public void Any_text_at_all_can_be_read() =>
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<string>().ToArbitrary(),
                text => text is null || IsHonest(text)
            )
            .Check(Runs);

    private static Gen<string> Soup() =>
        from length in Gen.Choose(1, 25)
        from words in Gen.Elements(Words).ArrayOf(length)
        from glue in Gen.Elements(" ", " ", " ", "", ", ")
        select string.Join(glue, words);

    private static bool IsHonest(string text)
    {
        foreach (var who in new[] { Listener.Curator, Listener.Coordinator, Listener.Region })
            Check(text, Listener.Hears(who, text), who);
        return true;
    }

    private static void Check(string text, ReportSentence read, Asker who)
    {
        foreach (var words in Said(read))
            Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var copied in new[] { read.Topic, read.Result, read.Next })
            Assert.Contains(copied?.Value ?? "", text, StringComparison.Ordinal);
        foreach (var number in new[] { read.People, read.Base, read.Events }.OfType<Said<int>>())
            Assert.Contains(
                number.Value.ToString(CultureInfo.InvariantCulture),
                number.Words,
                StringComparison.Ordinal
            );
        Assert.False(read.Base?.Value < read.People?.Value);
        Assert.InRange(read.Events?.Value ?? 2, 2, EventsCountField.Most);
        CheckDays(read);
        if (read.School is { } school)
        {
            Assert.True(who.MayWork.Includes(school.Value));
            Assert.True(
                IsNamed(school.Value.Name, school.Words),
                $"«{school.Words}» is not {school.Value.Name}"
            );
        }
    }

    private static void CheckDays(ReportSentence read)
    {
        if (read.Date is { } date)
        {
            Assert.InRange(date.Value, Listener.Today.AddYears(-1), Listener.Today);
            Assert.Contains(
                DaysInWords.Append($"{date.Value.Day}"),
                word => date.Words.Contains(word, StringComparison.OrdinalIgnoreCase)
            );
        }
        if (read.Until is { } until)
            Assert.InRange(until.Value, read.Date!.Value.AddDays(1), Listener.Today);
    }

    private static IEnumerable<string> Said(ReportSentence read) =>
        new[]
        {
            read.Type?.Words,
            read.School?.Words,
            read.Date?.Words,
            read.Until?.Words,
            read.People?.Words,
            read.Base?.Words,
            read.Events?.Words,
            read.Topic?.Words,
            read.Result?.Words,
            read.Next?.Words,
            read.CheckBack?.Words,
            read.Format?.Words,
            read.Audience?.Words,
        }.OfType<string>();

    /// <summary>Its number, or how one of the words of its name begins, was said.</summary>
    private static bool IsNamed(string school, string words) =>
        school
            .Split(' ', '-', '№')
            .Where(part => part.Any(char.IsDigit) || part.Length >= 4)
            .Any(part =>
                words.Contains(part.Length < 4 ? part : part[..4], StringComparison.OrdinalIgnoreCase)
            ) || words.Contains("трет", StringComparison.Ordinal);
}
