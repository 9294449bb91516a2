using System.Globalization;
using System.Net.Http.Json;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Tests.Events;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>
/// The reports of the project year told over the wire by a regional coordinator, after those of the demo were
/// taken away: what the bot counts then is what it was told.
/// </summary>
public sealed class ExampleReportsTests
{
    private const int MostPages = 10;

    [Fact]
    public async Task The_counts_of_the_minutes_the_diagnostics_and_the_courses_come_out_of_what_was_told()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();
        var examples = ExampleReport.All();
        TakeReportsAway(stage);
        SetClock(stage, examples[0].ToldAt);
        await stage.Start();
        var region = new WireReporter(stage, stage.Person(Stage.Region));

        var names = NamesIn(stage.Stored());
        foreach (var example in examples)
        {
            await Reach(stage, example.ToldAt);
            await new ReportFilling(region, example.Answers(names)).Send();
        }

        Assert.Equal(26, stage.Stored().Count("event_reports"));
        var minutes = await stage.Person(Stage.Coordinator).Ask("/status Кузнецк", "онсультация");
        Assert.Contains("онсультация: 8", minutes.Text, StringComparison.Ordinal);
        Assert.Contains("еминар: 3", minutes.Text, StringComparison.Ordinal);
        await AssertDiagnosticsOfFiveSchools(region);
        await AssertThreeCourses(region);
    }

    private static async Task AssertDiagnosticsOfFiveSchools(WireReporter region)
    {
        await region.Says("/events");
        var line = await PageTo(region, "Диагностика профессиональных").FirstAsync();
        await region.Presses(line.Split('.')[0]);
        Assert.Contains("44 из 97 — 45,4 %", region.Last, StringComparison.Ordinal);
        Assert.All(
            ["СОШ №6", "Первомайская", "Благовещенская", "Тюменевская", "Пихтовская"],
            school => Assert.Contains(school, region.Last, StringComparison.Ordinal)
        );
    }

    private static async Task AssertThreeCourses(WireReporter region)
    {
        await region.Says("/events");
        var courses = await PageTo(region, "Курсы повышения квалификации").ToListAsync();
        Assert.Equal(3, courses.Count);
        Assert.All(
            ["38 человек", "2 человека", "3 человека"],
            people => Assert.Single(courses, line => line.Contains($", {people}", StringComparison.Ordinal))
        );
    }

    /// <summary>The lines of the list that hold the words; it stays on the page of the last one taken.</summary>
    private static async IAsyncEnumerable<string> PageTo(WireReporter region, string words)
    {
        for (var page = 0; page < MostPages; page++)
        {
            foreach (var line in region.Last.Split('\n').Where(line => line.Contains(words)))
                yield return line;
            if (!region.Sees("Раньше ›"))
                yield break;
            await region.Presses("Раньше ›");
        }
    }

    /// <summary>While the host is down; it loads the demo into an empty database only.</summary>
    private static void TakeReportsAway(Stage stage)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(stage.Folder, "curatorbot.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM event_report_schools; DELETE FROM event_reports;";
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private static void SetClock(Stage stage, DateTimeOffset now) =>
        File.WriteAllText(
            Path.Combine(stage.Folder, "demo-clock.txt"),
            now.ToString("O", CultureInfo.InvariantCulture)
        );

    private static async Task Reach(Stage stage, DateTimeOffset now)
    {
        using var moved = await stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now });
        await stage.Host.WaitUntilQuiet();
    }

    private static ExampleNames NamesIn(StoredData stored) =>
        new(
            stored
                .Ask("SELECT Id, Name FROM event_types")
                .ToDictionary(row => (string)row[0]!, row => (string)row[1]!),
            stored
                .Ask("SELECT Id, Name, ShortName FROM schools")
                .ToDictionary(row => (string)row[0]!, row => ((string)row[1]!, (string)row[2]!)),
            stored
                .Ask("SELECT Id, Name FROM municipalities")
                .ToDictionary(row => (string)row[0]!, row => (string)row[1]!)
        );
}
