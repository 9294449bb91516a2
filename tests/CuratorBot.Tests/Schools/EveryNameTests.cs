using CuratorBot.Schools;

namespace CuratorBot.Tests.Schools;

/// <summary>Whatever is written down as a name of something finds it, or asks with it among the candidates.</summary>
public sealed class EveryNameTests
{
    [Fact]
    public void Every_alias_of_a_municipality_finds_it() =>
        Assert.All(
            SeedNames.Municipalities.SelectMany(
                row => row.Aliases.Append(row.Name).Append(row.Id),
                (row, name) => (row.Id, name)
            ),
            pair => Assert.Contains(pair.Id, Answered(pair.name, Sought.Either))
        );

    [Fact]
    public void Every_alias_of_a_municipality_finds_it_alone_among_municipalities_but_one() =>
        Assert.Equal(
            ["Кузнецком", "Кузнецком"],
            SeedNames
                .Municipalities.SelectMany(row => row.Aliases)
                .Where(name => Answered(name, Sought.Municipality).Count != 1)
        );

    [Fact]
    public void Every_alias_of_a_school_finds_it() =>
        Assert.All(
            SeedNames.Schools.SelectMany(
                row => row.Aliases.Append(row.Name).Append(row.ShortName).Append(row.Id),
                (row, name) => (row.Id, name)
            ),
            pair => Assert.Contains(pair.Id, Answered(pair.name, Sought.School))
        );

    [Fact]
    public void The_short_name_on_a_button_means_one_school() =>
        Assert.All(
            SeedNames.Schools,
            school => Assert.Equal(school.Id, SeedNames.Say(SeedNames.Index.Find(school.ShortName)))
        );

    [Fact]
    public void Case_dots_and_quotation_marks_do_not_matter() =>
        Assert.All(
            SeedNames.Schools.Select(school => school.ShortName),
            name =>
                Assert.Equal(
                    SeedNames.Say(SeedNames.Index.Find(name)),
                    SeedNames.Say(SeedNames.Index.Find($"«{name.ToUpperInvariant().Replace('.', ' ')}»?"))
                )
        );

    [Theory]
    [InlineData("Зареченский", "Зареченского района", "Зареченскому", "в Зареченском районе", "Зареченским")]
    [InlineData("Лукоморск", "Лукоморска", "Лукоморску", "в Лукоморске", "городом Лукоморском")]
    [InlineData("Кудыка", "Кудыки", "Кудыке", "в Кудыку", "Кудыкой")]
    [InlineData("Тридевятая", "Тридевятой", "Тридевятую")]
    [InlineData("Буянь", "Буяни", "Буянью")]
    public void Case_forms_that_nobody_wrote_down_are_known(string name, params string[] forms)
    {
        var index = new NameIndex([Made("made", name), Made("other", "Берендеев")], []);
        Assert.All(forms.Append(name), form => Assert.Equal("made", SeedNames.Say(index.Find(form))));
    }

    [Fact]
    public void Two_districts_of_one_name_are_told_apart_by_asking()
    {
        var index = new NameIndex([Made("a", "Октябрьский район"), Made("b", "Октябрьский район")], []);
        Assert.Equal("? a b", SeedNames.Say(index.Find("в Октябрьском районе")));
    }

    [Fact]
    public void What_is_short_for_one_school_is_short_for_all_of_its_number()
    {
        var index = new NameIndex(
            [Made("a", "г. Лукоморск"), Made("b", "г. Берендеев")],
            [School("one", "СОШ №7 г. Лукоморска", "a", "СОШ №7"), School("two", "СОШ №7 г. Берендеева", "b")]
        );
        Assert.Equal("? one two", SeedNames.Say(index.Find("СОШ №7")));
        Assert.Equal("two", SeedNames.Say(index.Find("сош 7 берендеев")));
    }

    private static IReadOnlyList<string> Answered(string name, Sought sought) =>
        SeedNames.Index.Find(name, sought) switch
        {
            NameAnswer.Found found => [found.One.Id],
            NameAnswer.Ambiguous question => [.. question.Candidates.Select(one => one.Id)],
            _ => [],
        };

    private static Municipality Made(string id, string name) =>
        new()
        {
            Id = id,
            Name = name,
            Kind = "",
            Region = "Сказка",
            TimeZone = "Europe/Moscow",
        };

    private static School School(string id, string name, string municipality, params string[] aliases) =>
        new()
        {
            Id = id,
            Name = name,
            ShortName = name,
            Region = "Сказка",
            MunicipalityId = municipality,
            MunicipalityDerivation = "certain",
            Part = CuratorBot.Schools.School.Participant,
            Aliases = [.. aliases],
        };
}
