using CuratorBot.Schools;

namespace CuratorBot.Tests.Schools;

public sealed class NameIndexTests
{
    private static readonly NameIndex Index = SeedNames.Index;

    [Theory]
    [InlineData("Кузнецк", "kuznetsk")]
    [InlineData("кузнецк", "kuznetsk")]
    [InlineData("КУЗНЕЦК", "kuznetsk")]
    [InlineData("  г.Кузнецк! ", "kuznetsk")]
    [InlineData("город Кузнецк", "kuznetsk")]
    [InlineData("кузнецка", "kuznetsk")]
    [InlineData("в Кузнецке", "kuznetsk")]
    [InlineData("по Кузнецку", "kuznetsk")]
    [InlineData("городом Кузнецком", "kuznetsk")]
    [InlineData("г. Кузнецком", "kuznetsk")]
    [InlineData("Кузнецу", "kuznetsk")]
    [InlineData("кузнетск", "kuznetsk")]
    [InlineData("repytwr", "kuznetsk")]
    [InlineData("kuznetsk", "kuznetsk")]
    [InlineData("Kuznetsk", "kuznetsk")]
    [InlineData("Кузнeцк", "kuznetsk")]
    [InlineData("Управление образования города Кузнецка", "kuznetsk")]
    [InlineData("Кузнецкий", "kuznetskiy_rayon")]
    [InlineData("Кузнецкий район", "kuznetskiy_rayon")]
    [InlineData("кузнецкий р-н", "kuznetskiy_rayon")]
    [InlineData("в Кузнецком районе", "kuznetskiy_rayon")]
    [InlineData("Кузнецкого р-на", "kuznetskiy_rayon")]
    [InlineData("МР Кузнецкий район", "kuznetskiy_rayon")]
    [InlineData("кузнецкий муниципальный округ", "kuznetskiy_rayon")]
    [InlineData("kuznetskiy_rayon", "kuznetskiy_rayon")]
    [InlineData("kuznetskiy rayon", "kuznetskiy_rayon")]
    [InlineData("Кузнецкий район Пензенской области", "kuznetskiy_rayon")]
    [InlineData("repytwrbq", "kuznetskiy_rayon")]
    [InlineData("Пенза", "penza")]
    [InlineData("пензой", "penza")]
    [InlineData("Пензенский", "penzenskiy_rayon")]
    [InlineData("башмак", "bashmakovskiy")]
    [InlineData("Пачельмский", "pachelmskiy")]
    [InlineData("Пачелмский район", "pachelmskiy")]
    [InlineData("нижне ломовский", "nizhnelomovskiy")]
    [InlineData("Нижнеломовскый", "nizhnelomovskiy")]
    [InlineData("Мариинск", "mariinskiy_okrug")]
    [InlineData("Мариинский район", "mariinskiy_okrug")]
    [InlineData("мариинскому", "mariinskiy_okrug")]
    [InlineData("Сарпинский район Республики Калмыкия", "sarpinskiy")]
    [InlineData("рязанью", "ryazan")]
    [InlineData("СОШ №3 г. Кузнецка", "kuznetsk_sosh_3")]
    [InlineData("сош3", "kuznetsk_sosh_3")]
    [InlineData("СОШ № 3", "kuznetsk_sosh_3")]
    [InlineData("школа 3 кузнецк", "kuznetsk_sosh_3")]
    [InlineData("кузнецк сош 3", "kuznetsk_sosh_3")]
    [InlineData("сош 3 кузнетск", "kuznetsk_sosh_3")]
    [InlineData("МБОУ СОШ № 3", "kuznetsk_sosh_3")]
    [InlineData("СОШ №10 г. Кузнецка", "kuznetsk_sosh_10")]
    [InlineData("сош 10 сердобск", "serdobsk_sosh_10")]
    [InlineData("10-я школа Кузнецка", "kuznetsk_sosh_10")]
    [InlineData("Усть Уза", "ust_uza_sosh")]
    [InlineData("усть-уза", "ust_uza_sosh")]
    [InlineData("устьуза", "ust_uza_sosh")]
    [InlineData("Фёдоровка", "fedorovka_sosh")]
    [InlineData("в Рамзае", "ramzay_sosh")]
    [InlineData("СОШ 33", "ryazan_shkola_33")]
    [InlineData("школа №33", "ryazan_shkola_33")]
    [InlineData("Кувак-Никольское", "kuvak_nikolskoe_sosh")]
    [InlineData("ООШ Ульяновка", "ulyanovka_oosh")]
    [InlineData("Ульяновка Кузнецкого района", "ulyanovka_oosh")]
    [InlineData("Ульяновка Тамалинский", "ulyanovka_sosh")]
    [InlineData("серп и молот", "serp_i_molot_sosh")]
    [InlineData("школа им. Бурденко", "kamenka_sosh_1")]
    [InlineData("Каменка", "kamenka_sosh_1")]
    [InlineData("ЦО 1", "penza_co_1")]
    [InlineData("гимназия 1", "kuznetsk_gymnasium_1")]
    public void A_name_is_found(string typed, string id) =>
        Assert.Equal(id, SeedNames.Say(Index.Find(typed)));

    [Theory]
    [InlineData("Кузнецком", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("repytwrjv", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("кузн", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("kuzn", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("кузнец", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("Кузнецк район", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("г. Кузнецкий", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("Кузнецкй", "? kuznetsk kuznetskiy_rayon")]
    [InlineData("Пенз", "? penza penzenskiy_rayon")]
    [InlineData("Сердобс", "? serdobskiy serdobsk_sosh_10")]
    [InlineData("СОШ №10", "? serdobsk_sosh_10 kuznetsk_sosh_10")]
    [InlineData("школа 10", "? serdobsk_sosh_10 kuznetsk_sosh_10")]
    [InlineData("10", "? serdobsk_sosh_10 kuznetsk_sosh_10")]
    [InlineData("Ульяновка", "? ulyanovka_sosh ulyanovka_oosh")]
    [InlineData("в Ульяновке", "? ulyanovka_sosh ulyanovka_oosh")]
    [InlineData("Ульяновкаа", "? ulyanovka_sosh ulyanovka_oosh")]
    [InlineData("СОШ №1", "? chaadaevka_sosh_1 kamenka_sosh_1 mariinsk_sosh_1")]
    [InlineData("сош2", "? lunino_sosh_2 bekovo_sosh_2")]
    [InlineData("школа 5", "? kuznetsk_sosh_5 ryazan_shkola_5")]
    public void What_may_be_several_is_asked(string typed, string candidates) =>
        Assert.Equal(candidates, SeedNames.Say(Index.Find(typed)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!! ???")]
    [InlineData("район")]
    [InlineData("школа")]
    [InlineData("Пензенская область")]
    [InlineData("Владивосток")]
    [InlineData("Новосибирская область")]
    [InlineData("abcdefgh")]
    [InlineData("СОШ №12345")]
    public void What_is_nowhere_is_unknown(string typed) =>
        Assert.IsType<NameAnswer.Unknown>(Index.Find(typed));

    [Theory]
    [InlineData("Беково", "bekovskiy")]
    [InlineData("Каменка", "kamenskiy")]
    public void A_place_suggests_its_municipality(string typed, string municipality)
    {
        var unknown = Assert.IsType<NameAnswer.Unknown>(Index.Find(typed, Sought.Municipality));
        Assert.Equal([municipality], unknown.Suggestions.Select(named => named.Id));
    }

    [Fact]
    public void A_number_that_the_town_does_not_have_suggests_what_it_has()
    {
        var unknown = Assert.IsType<NameAnswer.Unknown>(Index.Find("СОШ №3 Пенза", Sought.School));
        Assert.Contains(unknown.Suggestions, named => named.Id == "kuznetsk_sosh_3");
        Assert.Contains(unknown.Suggestions, named => named.MunicipalityId == "penza");
    }

    [Fact]
    public void A_town_stands_for_its_schools_when_a_school_is_asked_for()
    {
        var question = Assert.IsType<NameAnswer.Ambiguous>(Index.Find("Кузнецк", Sought.School));
        Assert.Equal(5, question.Candidates.Count);
        Assert.All(question.Candidates, named => Assert.Equal("kuznetsk", named.MunicipalityId));
    }

    [Fact]
    public void Only_the_kind_that_was_asked_for_is_found()
    {
        Assert.Equal("serdobskiy", SeedNames.Say(Index.Find("Сердобск", Sought.Municipality)));
        Assert.Equal("serdobsk_sosh_10", SeedNames.Say(Index.Find("Сердобск", Sought.School)));
    }

    [Fact]
    public void Endless_text_is_read_as_far_as_a_name_goes()
    {
        Assert.IsType<NameAnswer.Unknown>(Index.Find(new string('ж', 100_000)));
        Assert.IsType<NameAnswer.Unknown>(
            Index.Find(string.Concat(Enumerable.Repeat("абвгд ежзик ", 10_000)))
        );
    }
}
