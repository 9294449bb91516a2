using System.Globalization;
using CuratorBot.Events.Sentences;

namespace CuratorBot.Tests.Events.Sentences;

public sealed class SentenceReaderTests
{
    [Fact]
    public void One_sentence_says_all_that_a_report_needs()
    {
        var read = Listener.Hears(
            Listener.Curator,
            "Сегодня была в СОШ №3, консультация по программе развития, 12 педагогов, договорились о плане до 20 мая"
        );

        Assert.Equal(SentenceMood.Report, read.Mood);
        Assert.Equal("consultation", read.Type?.Value.Id);
        Assert.Equal("kuznetsk_sosh_3", read.School?.Value.Id);
        Assert.Equal(Listener.Today, read.Date?.Value);
        Assert.Equal(12, read.People?.Value);
        Assert.Equal("педагоги", read.Audience?.Value);
        Assert.Equal("по программе развития", read.Topic?.Value);
        Assert.Equal("договорились о плане", read.Next?.Value);
        Assert.Equal(new DateOnly(2022, 5, 20), read.CheckBack?.Value);
        Assert.Equal("12 педагогов", read.People?.Words);
        Assert.Equal("СОШ №3", read.School?.Words);
    }

    [Theory]
    [InlineData("12 педагогов", 12, null, null)]
    [InlineData("двенадцать педагогов", 12, null, null)]
    [InlineData("двадцать один молодой педагог", 21, null, null)]
    [InlineData("пятеро учителей", 5, null, null)]
    [InlineData("77 из 97 педагогов", 77, 97, null)]
    [InlineData("77 (75%) педагогов", 77, null, null)]
    [InlineData("участников: 30", 30, null, null)]
    [InlineData("присутствовало 9", 9, null, null)]
    [InlineData("всего 15 человек: 12 учителей и 3 завуча", 15, null, null)]
    [InlineData("12 педагогов, из них 3 наставника", 12, null, null)]
    [InlineData("75 % педагогов", null, null, null)]
    [InlineData("75 процентов педагогов", null, null, null)]
    [InlineData("участников: 75 %", null, null, null)]
    [InlineData("учителей 75 процентов", null, null, null)]
    [InlineData("присутствовало 75 %", null, null, null)]
    [InlineData("около 20 педагогов", null, null, null)]
    [InlineData("человек двадцать", null, null, null)]
    [InlineData("12 педагогов и 30 родителей", null, null, null)]
    [InlineData("учителя 5, 6 и 7 классов", null, null, null)]
    [InlineData("2 часа 40 минут", null, null, null)]
    [InlineData("100 баллов", null, null, null)]
    public void People_are_counted_only_where_it_is_said_how_many(
        string said,
        int? people,
        int? outOf,
        int? events
    )
    {
        var read = Listener.Hears(Listener.Curator, $"Семинар в СОШ №3 вчера, {said}");

        Assert.Equal(people, read.People?.Value);
        Assert.Equal(outOf, read.Base?.Value);
        Assert.Equal(events, read.Events?.Value);
    }

    [Theory]
    [InlineData("Провела 3 консультации в СОШ №3", 3)]
    [InlineData("8 консультаций для СОШ №10", 8)]
    [InlineData("два открытых урока в СОШ №3", 2)]
    [InlineData("в СОШ 3 консультация", null)]
    [InlineData("первая консультация в СОШ №3", null)]
    public void Events_are_counted_apart_from_people(string said, int? events)
    {
        var read = Listener.Hears(Listener.Curator, said);

        Assert.Equal(events, read.Events?.Value);
        Assert.Null(read.People);
    }

    [Theory]
    [InlineData("сегодня", "2022-03-16", null)]
    [InlineData("вчера", "2022-03-15", null)]
    [InlineData("позавчера", "2022-03-14", null)]
    [InlineData("15.03", "2022-03-15", null)]
    [InlineData("15.03.22", "2022-03-15", null)]
    [InlineData("2022-03-15", "2022-03-15", null)]
    [InlineData("15 марта 2022 года", "2022-03-15", null)]
    [InlineData("пятнадцатого марта", "2022-03-15", null)]
    [InlineData("15 числа", "2022-03-15", null)]
    [InlineData("в понедельник", "2022-03-14", null)]
    [InlineData("в прошлую пятницу", "2022-03-11", null)]
    [InlineData("три дня назад", "2022-03-13", null)]
    [InlineData("20 декабря", "2021-12-20", null)]
    [InlineData("с 14 по 16 марта", "2022-03-14", "2022-03-16")]
    [InlineData("14–16 марта", "2022-03-14", "2022-03-16")]
    [InlineData("14 и 15 марта", "2022-03-14", "2022-03-15")]
    [InlineData("с 28 февраля по 2 марта", "2022-02-28", "2022-03-02")]
    [InlineData("в среду", null, null)] // today is Wednesday
    [InlineData("в прошлый понедельник", null, null)] // of this week or of the last
    [InlineData("31 февраля", null, null)]
    [InlineData("15 марта 2020 года", null, null)]
    [InlineData("в марте", null, null)]
    [InlineData("10 или 11 марта", null, null)]
    [InlineData("10 марта и 12 марта", null, null)]
    [InlineData("на прошлой неделе", null, null)]
    [InlineData("с 10 до 12", null, null)]
    [InlineData("до 20 мая", null, null)]
    public void A_day_is_read_only_where_it_can_be_no_other(string said, string? date, string? until)
    {
        var read = Listener.Hears(Listener.Curator, $"Провела семинар в СОШ №3 {said}");

        Assert.Equal(SentenceMood.Report, read.Mood);
        Assert.Equal(date, Stored(read.Date));
        Assert.Equal(until, Stored(read.Until));
    }

    [Theory]
    [InlineData("договорились о плане до 20 мая", "договорились о плане", "2022-05-20")]
    [InlineData("обещали прислать приказ к пятнице", "обещали прислать приказ", "2022-03-18")]
    [InlineData("через неделю проверю протоколы", "проверю протоколы", "2022-03-23")]
    [InlineData("до 1 апреля подготовить приказ", "подготовить приказ", "2022-04-01")]
    [InlineData("следующая встреча 30.03", "следующая встреча", "2022-03-30")]
    [InlineData("договорились о плане", "договорились о плане", null)]
    [InlineData("по договорённости", null, null)]
    public void By_when_something_is_to_be_done_is_not_when_the_event_was(
        string said,
        string? next,
        string? day
    )
    {
        var read = Listener.Hears(Listener.Curator, $"Вчера консультация в СОШ №3, {said}");

        Assert.Equal("2022-03-15", Stored(read.Date));
        Assert.Equal(next, read.Next?.Value);
        Assert.Equal(day, Stored(read.CheckBack));
    }

    [Theory]
    [InlineData("СОШ №3", "kuznetsk_sosh_3")]
    [InlineData("сош3", "kuznetsk_sosh_3")]
    [InlineData("школе № 3 г. Кузнецка", "kuznetsk_sosh_3")]
    [InlineData("третьей школе", "kuznetsk_sosh_3")]
    [InlineData("третьей", "kuznetsk_sosh_3")]
    [InlineData("десятой", "kuznetsk_sosh_10")]
    [InlineData("школе номер десять", "kuznetsk_sosh_10")]
    [InlineData("3-й школе", "kuznetsk_sosh_3")]
    [InlineData("школе", null)]
    [InlineData("Кузнецке", null)]
    [InlineData("СОШ №5", null)] // not hers
    [InlineData("СОШ №3 и СОШ №10", null)]
    [InlineData("СОШ №3 и №10", null)]
    [InlineData("третьей четверти", null)]
    public void A_curator_names_a_school_of_hers(string said, string? school) =>
        Assert.Equal(school, Listener.Hears(Listener.Curator, $"Вчера семинар в {said}").School?.Value.Id);

    [Theory]
    [InlineData("в СОШ №2", null)]
    [InlineData("в СОШ №2 Лунино", "lunino_sosh_2")]
    [InlineData("в гимназии 1", "kuznetsk_gymnasium_1")]
    [InlineData("в Решетино", "reshetino_sosh")]
    [InlineData("в Волчьем Враге", "volchiy_vrag_sosh")]
    [InlineData("в Тюменевской школе", "tyumenevskaya_oosh")]
    [InlineData("в Тюменвской школе", "tyumenevskaya_oosh")]
    [InlineData("в Каменке, в первой школе", "kamenka_sosh_1")]
    [InlineData("в Ульяновке", null)] // there are two
    [InlineData("в Пензе", null)]
    [InlineData("в Каменском районе", null)]
    public void A_region_has_many_schools_and_still_none_is_guessed(string said, string? school) =>
        Assert.Equal(school, Listener.Hears(Listener.Region, $"Вчера семинар {said}").School?.Value.Id);

    [Theory]
    [InlineData("Сегодня не была в СОШ №3", SentenceMood.NotHeld)]
    [InlineData("Консультация в СОШ №3 не состоялась", SentenceMood.NotHeld)]
    [InlineData("Семинар отменили", SentenceMood.NotHeld)]
    [InlineData("Семинар прошёл, директора не было", SentenceMood.Report)]
    [InlineData("Завтра семинар в СОШ №3", SentenceMood.Plan)]
    [InlineData("Семинар в СОШ №3 состоится 25 марта", SentenceMood.Plan)]
    [InlineData("В понедельник поеду в третью школу", SentenceMood.Plan)]
    [InlineData("Когда следующая консультация?", SentenceMood.Other)]
    [InlineData("Подскажите, была ли консультация", SentenceMood.Other)]
    [InlineData("Нужна консультация по программе развития", SentenceMood.Other)]
    [InlineData("спасибо", SentenceMood.Other)]
    [InlineData("12", SentenceMood.Other)]
    [InlineData("K7QM-2B9X-04DT", SentenceMood.Other)]
    [InlineData("", SentenceMood.Other)]
    public void A_plan_a_negation_and_a_question_are_no_report(string said, SentenceMood mood) =>
        Assert.Equal(mood, Listener.Hears(Listener.Curator, said).Mood);

    [Theory]
    [InlineData("выезд в СОШ №3", "school_visit")]
    [InlineData("была в СОШ №3", "school_visit")]
    [InlineData("симинар в СОШ №3", "seminar")]
    [InlineData("семинар-совещание", "seminar_meeting")]
    [InlineData("на консультации в СОШ №3", "consultation")]
    [InlineData("по итогам анкетирования провела консультацию", "consultation")]
    [InlineData("консультация и семинар", null)]
    [InlineData("консультант из СОШ №3", null)]
    [InlineData("диагностика в СОШ №3", null)]
    public void The_kind_of_event_is_the_one_that_was_meant(string said, string? type) =>
        Assert.Equal(type, Listener.Hears(Listener.Curator, $"Вчера {said}").Type?.Value.Id);

    [Fact]
    public void No_name_of_a_school_or_town_is_taken_for_a_report()
    {
        var names = Listener
            .Schools.SelectMany(school => school.Aliases.Append(school.Name).Append(school.ShortName))
            .Concat(Listener.Municipalities.SelectMany(place => place.Aliases.Append(place.Name)));

        Assert.All(
            names,
            name => Assert.Equal(SentenceMood.Other, Listener.Hears(Listener.Region, name).Mood)
        );
    }

    private static string? Stored(Said<DateOnly>? day) =>
        day?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
