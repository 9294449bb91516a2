using CuratorBot.Events;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>What the bot says of the reports that it was told.</summary>
public sealed class ExampleReportsTests(ExampleReports reports) : IClassFixture<ExampleReports>
{
    private readonly World _world = reports.World;
    private readonly Phone _region = reports.Region;

    [Fact]
    public async Task All_of_them_were_taken_as_they_were_told()
    {
        var told = ExampleReport.All();
        var kept = await _world.Read(db => db.EventReports.Include(row => row.Schools).ToListAsync());

        Assert.Equal(26, kept.Count);
        Assert.Equal(told.Select(Told).Order(), kept.Select(Kept).Order());
    }

    [Fact]
    public async Task The_minutes_of_Kuznetsk_come_out_with_eight_consultations_and_three_seminars()
    {
        await new Phone(_world, 1004).Says("/status Кузнецк");

        Assert.Contains("консультация: 8", LastText(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("семинар: 3", LastText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_diagnostics_of_Mariinsk_come_out_with_44_of_97_in_five_schools()
    {
        var id = await _world.Read(db =>
            db.EventReports.Where(row => row.TypeId == "pd_diagnostics").Select(row => row.Id).SingleAsync()
        );

        await Open(id);

        Assert.Contains("44 из 97 — 45,4 %", LastText(), StringComparison.Ordinal);
        Assert.All(
            ["СОШ №6", "Первомайская", "Благовещенская", "Тюменевская", "Пихтовская"],
            school => Assert.Contains(school, LastText(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_webinars_of_Mariinsk_keep_the_stated_percent_beside_the_true_one()
    {
        var id = await _world.Read(db =>
            db.EventReports.Where(row => row.Participants == 77).Select(row => row.Id).SingleAsync()
        );

        await Open(id);

        Assert.Contains("77 из 97 — 79,4 %, указано 75 %", LastText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_courses_of_Kalmykia_come_out_with_38_and_2_and_3_people()
    {
        await _region.Says("/events");
        await _region.Presses("🔎 Отобрать");
        await _region.Presses("По школе");
        await _region.Presses("Соленовская СОШ");

        Assert.Contains("Курсы повышения квалификации", LastText(), StringComparison.Ordinal);
        var people = await _world.Read(db =>
            db.EventReports.Where(row => row.TypeId == "courses")
                .Select(row => row.Participants ?? 0)
                .OrderDescending()
                .ToListAsync()
        );
        Assert.Equal([38, 3, 2], people);
        Assert.Contains("38 человек", LastText(), StringComparison.Ordinal);
        Assert.Contains("3 человека", LastText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Уманцевская СОШ", 1)]
    [InlineData("Соленовская СОШ", 1)]
    [InlineData("Молодежненская СОШ", 1)]
    [InlineData("Сарпинский район", 1)]
    [InlineData("Яшалтинский район", 1)]
    [InlineData("Яшкульский район", 1)]
    [InlineData("Кузнецк", 0)]
    public async Task An_event_of_three_schools_counts_once_for_each_school_and_each_municipality(
        string place,
        int times
    )
    {
        await _region.Says($"/status {place}");

        Assert.Equal(times, Times("• Взаимопосещение школ: 1", LastText()));
    }

    [Theory]
    [InlineData("Сарпинский район")]
    [InlineData("Яшалтинский район")]
    [InlineData("Яшкульский район")]
    public async Task An_event_of_three_schools_is_in_the_list_of_each_municipality(string municipality)
    {
        await _region.Says($"/status {municipality}");
        await _region.Presses("Мероприятия");

        Assert.StartsWith($"Отчёты: {municipality}", LastText(), StringComparison.Ordinal);
        Assert.Equal(1, Times(": Взаимопосещение школ, ", LastText()));
    }

    [Fact]
    public async Task An_event_of_three_municipalities_counts_once_where_they_are_added_up()
    {
        await _region.Says("/events");
        await _region.Presses("🔎 Отобрать");
        await _region.Presses("По виду");
        await _region.Presses("Взаимопосещение школ");

        Assert.Contains("1 отчёт, 1 мероприятие", LastText(), StringComparison.Ordinal);
    }

    private static int Times(string words, string text) => text.Split(words).Length - 1;

    private static string Told(ExampleReport one) =>
        $"{one.TypeId} {string.Join('+', one.SchoolIds.Order())} {one.MunicipalityId} {one.From:O} {one.To:O} {one.Precision} {one.Events ?? 1} {one.People?.Split(' ')[0]} {one.Topic} {one.Audience} {one.Result}";

    private static string Kept(EventReport one) =>
        $"{one.TypeId} {string.Join('+', one.Schools.Select(row => row.SchoolId).Order())} {one.MunicipalityId} {one.From:O} {one.To:O} {one.Precision} {one.EventsCount} {one.Participants} {one.Topic} {one.Audience} {one.Result}";

    private async Task Open(long reportId)
    {
        await _region.Says("/events");
        for (var page = 0; page < 6; page++)
        {
            var open = _world
                .Channel.Shown.Where(pair => pair.Key.Chat == _region.Account)
                .MaxBy(pair => pair.Key.Message)
                .Value.Choices.SelectMany(row => row)
                .FirstOrDefault(choice => choice.Action == $"events.card:{reportId}");
            await _region.Presses(open?.Label ?? "Раньше ›");
            if (open is not null)
                return;
        }
        Assert.Fail("The report is in no list.");
    }

    private string LastText() => _world.Channel.Heard.Last().Message.Text.Text;
}
