using CuratorBot.Importing;
using CuratorBot.Profiles.SchoolList;
using CuratorBot.Schedule;
using CuratorBot.Tables;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Schools;

/// <summary>The operator's list of schools: only what is new is added, all of it or nothing.</summary>
public sealed class SchoolsImportTests : IAsyncLifetime
{
    private static readonly string[] Dub =
    [
        "Лукоморская область",
        "г. Дубравск",
        "МСК+4",
        "МБОУ «СОШ №1»",
        "СОШ №1 г. Дубравска",
        "участник",
        "2",
        "",
        "3",
    ];

    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_new_school_stands_in_its_zone_and_group_and_owes_what_is_still_to_come()
    {
        Assert.Equal(ImportOutcome.Good, (await Take(applies: true, Dub)).Outcome);

        var school = await _world.Read(db => db.Schools.SingleAsync(row => row.Name == Dub[3]));
        var place = await _world.Read(db => db.Municipalities.SingleAsync(row => row.Name == Dub[1]));
        Assert.Equal((place.Id, 2, 3), (school.MunicipalityId, school.Group, school.FailureLevel));
        Assert.Equal(("Asia/Krasnoyarsk", "city"), (place.TimeZone, place.Kind));
        var owed = await _world.Read(db =>
            db.Obligations.Where(row => row.OwnerId == school.Id).Select(row => row.DueOn).ToListAsync()
        );
        Assert.Contains(new DateOnly(2022, 1, 24), owed);
        Assert.All(owed, due => Assert.True(due >= new DateOnly(2022, 1, 17)));
    }

    [Fact]
    public async Task Nothing_is_added_before_that_is_asked_for_and_nothing_twice()
    {
        var before = await Schools();
        Assert.Contains("новых школ: 1", (await Take(applies: false, Dub)).Words);
        Assert.Equal(before, await Schools());

        await Take(applies: true, Dub);
        var (_, words) = await Take(applies: true, Dub);

        Assert.Equal(before + 1, await Schools());
        Assert.Contains("новых школ: 0", words);
        Assert.Contains("уже есть, останутся как были: 1", words);
    }

    [Fact]
    public async Task Obligations_of_a_municipality_that_has_them_are_not_doubled()
    {
        var before = await OwedByKuznetsk();
        string[] more = [.. Dub];
        (more[0], more[1], more[2], more[6]) = ("Пензенская область", "г. Кузнецк", "", "3");

        await Take(applies: true, more);

        Assert.Equal(before, await OwedByKuznetsk());
        Assert.Equal(
            1,
            await _world.Read(db => db.Municipalities.CountAsync(row => row.Name == "г. Кузнецк"))
        );
    }

    [Theory]
    [InlineData(0, "", "Нет региона.")]
    [InlineData(1, "", "Нет муниципалитета.")]
    [InlineData(2, "", "Нет часового пояса. Напишите, например, МСК или МСК+4.")]
    [InlineData(2, "МСК+77", "Часового пояса «МСК+77» нет. Напишите, например, МСК или МСК+4.")]
    [InlineData(2, "Луна", "Часового пояса «Луна» нет. Напишите, например, МСК или МСК+4.")]
    [InlineData(
        5,
        "зритель",
        "«зритель» — не участие. Напишите, например, «участник», «школа-куратор» или «не участвует»."
    )]
    [InlineData(6, "0", "Группы «0» нет. Бывает 1, 2 или 3.")]
    [InlineData(8, "первый", "Уровня «первый» нет. Бывает 1, 2 или 3.")]
    public async Task With_one_bad_row_nothing_is_added(int column, string wrong, string says)
    {
        var before = await Schools();
        string[] bad = [.. Dub];
        (bad[column], bad[3]) = (wrong, "МБОУ «СОШ №2»");
        string[] good = [.. Dub];
        good[1] = "г. Сосновск";

        var (outcome, words) = await Take(applies: true, good, bad);

        Assert.Equal(ImportOutcome.HasBadRows, outcome);
        Assert.Contains($"строка 3, {bad[3]}: {says}", words);
        Assert.Equal(before, await Schools());
    }

    [Theory]
    [InlineData("МСК", "Europe/Moscow")]
    [InlineData("мск −1", "Europe/Kaliningrad")]
    [InlineData("MSK+9", "Asia/Kamchatka")]
    [InlineData("Asia/Barnaul", "Asia/Barnaul")]
    public async Task A_zone_is_read_as_people_write_it(string written, string zone)
    {
        string[] row = [.. Dub];
        row[2] = written;

        await Take(applies: true, row);

        Assert.Equal(
            zone,
            (await _world.Read(db => db.Municipalities.SingleAsync(place => place.Name == Dub[1]))).TimeZone
        );
    }

    [Fact]
    public async Task A_table_of_something_else_is_refused_with_the_columns_that_it_lacks()
    {
        var file = SheetWriter.Write(
            new Sheet(
                "Лист",
                [new SheetColumn("Регион", 20), new SheetColumn("Школа", 20)],
                [
                    ["а", "б"],
                ]
            )
        );

        var (outcome, words) = await Take(file, applies: true);

        Assert.Equal(ImportOutcome.Unreadable, outcome);
        Assert.Contains("«Муниципалитет», «Часовой пояс»", words);
    }

    private Task<(ImportOutcome Outcome, string Words)> Take(bool applies, params string[][] rows)
    {
        string[] titles =
        [
            "Регион",
            "Муниципалитет",
            "Часовой пояс",
            "Школа",
            "Краткое название",
            "Участие",
            "Группа",
            "Программа",
            "Уровень неуспешности",
        ];
        var columns = titles.Select(title => new SheetColumn(title, 20)).ToList();
        return Take(SheetWriter.Write(new Sheet("Школы", columns, rows)), applies);
    }

    private Task<(ImportOutcome Outcome, string Words)> Take(byte[] file, bool applies) =>
        _world
            .Services.GetRequiredService<OperatorImport>()
            .Take(
                _world.Services.GetRequiredService<SchoolsImport>(),
                new MemoryStream(file),
                "школы.xlsx",
                answer: null,
                applies,
                CancellationToken.None
            );

    private Task<int> Schools() => _world.Read(db => db.Schools.CountAsync());

    private Task<int> OwedByKuznetsk() =>
        _world.Read(db =>
            db.Obligations.CountAsync(row =>
                row.OwnerKind == OwnerKind.Municipality && row.OwnerId == "kuznetsk"
            )
        );
}
