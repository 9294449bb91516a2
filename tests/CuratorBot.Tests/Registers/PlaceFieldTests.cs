using CuratorBot.Messaging;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Registers;

/// <summary>A register that says a school or a municipality beside the one whose row it is.</summary>
public sealed class PlaceFieldTests
{
    [Fact]
    public async Task Any_school_is_found_by_its_name_and_those_of_her_municipality_are_offered()
    {
        await using var book = await SampleBook.Open(Samples.OfSchool);

        Assert.Contains("СОШ №5 г. Кузнецка", await book.Offered());
        Assert.Equal("Школа-помощник: Гимназия №1 г. Кузнецка", await book.Added("гимназия №1 Кузнецк"));
        Assert.Equal("kuznetsk_gymnasium_1", (await book.Rows())[0].HelperId);
    }

    [Fact]
    public async Task A_name_of_several_schools_is_no_guess_but_a_list_of_buttons()
    {
        await using var book = await SampleBook.Open(Samples.OfSchool);

        Assert.StartsWith("Вот что нашлось", await book.Answered("СОШ №10"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Школы «абвгд эюя» в списке нет.",
            await book.Answered("абвгд эюя"),
            StringComparison.Ordinal
        );
        Assert.Contains("можно понять по-разному", await book.Sent("СОШ №10"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_one_name_are_offered_with_where_they_lie()
    {
        await using var schools = await SampleBook.Open(Samples.OfSchool);
        await AddTwins(schools.World);
        await schools.Begin();
        await schools.Phone.Says("СОШ с. Федоровка");
        await schools.Phone.Presses("СОШ с. Федоровка, Каменский район, Свердловская область");
        await schools.Phone.Presses("✅ Сохранить");
        Assert.Equal("fedorovka_sosh_2", (await schools.Rows())[0].HelperId);

        await using var places = await SampleBook.Open(Samples.OfMunicipality);
        await AddTwins(places.World);
        await places.Begin();
        await places.Phone.Says("Каменский район");
        await places.Phone.Presses("Каменский район, Свердловская область");
        await places.Phone.Presses("✅ Сохранить");
        Assert.Equal("kamenskiy_2", (await places.Rows())[0].PlaceId);
    }

    [Fact]
    public async Task A_school_is_corrected_with_a_history_and_sent_back_as_a_table()
    {
        await using var book = await SampleBook.Open(Samples.OfSchool);
        await book.Added("гимназия №1 Кузнецк");
        Assert.Equal("Школа-помощник: СОШ с. Федоровка", await book.Corrected("Федоровка"));
        Assert.Contains(
            "Школа-помощник: Гимназия №1 г. Кузнецка → СОШ с. Федоровка",
            await book.NewestChange(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Школа-помощник: Гимназия №1 г. Кузнецка → Школа-помощник: СОШ с. Федоровка",
            await book.NewestAudit()
        );

        Assert.Equal(["СОШ с. Федоровка, Каменский район"], await book.Exported());
        Assert.Contains("без изменений: 1", await book.SentBack(), StringComparison.Ordinal);
        Assert.Contains(
            "Школа-помощник: СОШ с. Федоровка → СОШ №5 г. Кузнецка",
            await book.Sent("СОШ №5 г. Кузнецка", name: "Проба 1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_every_school_the_cell_is_read_again_as_the_same_school()
    {
        await using var book = await SampleBook.Open(Samples.OfSchool);
        await AddTwins(book.World);
        var schools = await book.World.Read(db => db.Schools.Select(row => row.Id).ToListAsync());
        await AddRows(book, (row, at) => row.HelperId = schools[at], schools.Count);

        Assert.Contains($"без изменений: {schools.Count}", await book.SentBack(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_every_municipality_the_cell_is_read_again_as_the_same_one()
    {
        await using var book = await SampleBook.Open(Samples.OfMunicipality);
        await AddTwins(book.World);
        var places = await book.World.Read(db => db.Municipalities.Select(row => row.Id).ToListAsync());
        await AddRows(book, (row, at) => row.PlaceId = places[at], places.Count);

        Assert.Contains($"без изменений: {places.Count}", await book.SentBack(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_is_corrected_with_a_history_and_sent_back_as_a_table()
    {
        await using var book = await SampleBook.Open(Samples.OfMunicipality);
        await book.Added("Пенза");
        Assert.StartsWith(
            "Муниципалитета «абвгд» в списке нет.",
            await book.Answered("абвгд"),
            StringComparison.Ordinal
        );
        Assert.Equal("Место: г. Кузнецк", await book.Corrected("г. Кузнецк"));
        Assert.Contains("Место: г. Пенза → г. Кузнецк", await book.NewestChange(), StringComparison.Ordinal);

        Assert.Equal(["г. Кузнецк"], await book.Exported());
        Assert.Contains("без изменений: 1", await book.SentBack(), StringComparison.Ordinal);
    }

    /// <summary>Rows of one school that differ by their names.</summary>
    private static Task AddRows(SampleBook book, Action<Sample, int> fill, int count) =>
        book.World.UnitOfWork.Write(scope =>
        {
            for (var at = 0; at < count; at++)
            {
                var row = new Sample
                {
                    Id = book.World.Ids.Next(),
                    SchoolId = "kuznetsk_sosh_3",
                    MunicipalityId = "kuznetsk",
                    Region = "Пензенская область",
                    Name = $"Проба {at}",
                    AsOf = new DateOnly(2022, 1, 10),
                };
                fill(row, at);
                scope.Db.Add(row);
            }
            return Task.CompletedTask;
        });

    /// <summary>Another region with a municipality and a school of the same names.</summary>
    private static Task AddTwins(World world) =>
        world.UnitOfWork.Write(async scope =>
        {
            var place = await scope.Db.Municipalities.SingleAsync(row => row.Id == "kamenskiy");
            var school = await scope.Db.Schools.SingleAsync(row => row.Id == "fedorovka_sosh");
            scope.Db.Add(
                new Municipality
                {
                    Id = "kamenskiy_2",
                    Name = place.Name,
                    Kind = place.Kind,
                    Region = "Свердловская область",
                    TimeZone = place.TimeZone,
                }
            );
            scope.Db.Add(
                new School
                {
                    Id = "fedorovka_sosh_2",
                    Name = school.Name,
                    ShortName = school.ShortName,
                    Region = "Свердловская область",
                    MunicipalityId = "kamenskiy_2",
                    MunicipalityDerivation = "certain",
                    Part = School.Participant,
                }
            );
        });
}
