using System.Text.Json;
using CuratorBot.Messaging;
using CuratorBot.Reminders;
using CuratorBot.Seed;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

/// <summary>
/// Lives through January to July 2022 day by day and compares who heard of what on which morning with a
/// reckoning of its own, which reads nothing but the facts as they are written down.
/// </summary>
public sealed class HalfYearTests : SweepCase
{
    private static readonly DateOnly First = new(2022, 1, 18);
    private static readonly DateOnly Last = new(2022, 7, 31);

    private sealed record Told(long Account, DateOnly Day, string Task, string Owner);

    [Fact]
    public async Task From_January_to_July_everybody_hears_exactly_what_the_facts_say()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
            foreach (var hour in new[] { 8, 9, 22 })
                await World.MoveClock(
                    new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(3))
                );

        var expected = Reckoning().OrderBy(told => told.ToString(), StringComparer.Ordinal).ToList();
        var actual = await Sent();
        Assert.True(expected.Count > 1000);
        Assert.Equal(expected, actual);
        Assert.Equal(
            expected
                .GroupBy(told => told.Account)
                .Select(account => (account.Key, account.Select(told => told.Day).Distinct().Count()))
                .Order(),
            World
                .Channel.Heard.Where(heard => heard.Message.Kind == OutgoingKind.Send)
                .GroupBy(heard => heard.ChatId)
                .Select(chat => (chat.Key, chat.Count()))
                .Order()
        );
    }

    /// <summary>Everything that was settled as sent; it must have been at nine o'clock.</summary>
    private Task<List<Told>> Sent() =>
        World.Read(async db =>
        {
            var rows = await (
                from row in db.Reminders
                where row.State == ReminderState.Sent
                join obligation in db.Obligations on row.ObligationId equals obligation.Id
                join account in db.ChannelAccounts on row.PersonId equals account.PersonId
                select new
                {
                    account.AccountId,
                    row.SettledAt,
                    obligation.TaskId,
                    obligation.OwnerId,
                }
            ).ToListAsync();
            var moscow = TimeSpan.FromHours(3);
            Assert.All(rows, row => Assert.Equal(9, row.SettledAt!.Value.ToOffset(moscow).Hour));
            return rows.Select(row => new Told(
                    row.AccountId,
                    DateOnly.FromDateTime(row.SettledAt!.Value.ToOffset(moscow).DateTime),
                    row.TaskId,
                    row.OwnerId
                ))
                .OrderBy(told => told.ToString(), StringComparer.Ordinal)
                .ToList();
        });

    private static IEnumerable<Told> Reckoning()
    {
        var schools = Facts("schools").Where(row => Text(row, "part") == "project_participant").ToList();
        foreach (var task in Facts("schedule-2022").Where(task => !Flag(task, "doubtful")))
        {
            var concerned = schools
                .Where(school => Number(task, "group") is not { } group || Number(school, "group") == group)
                .ToList();
            if (Text(task, "dueOnForSchools") is { } forSchools)
                foreach (var school in concerned)
                foreach (var told in OfSchool(task, school, DateOnly.Parse(forSchools)))
                    yield return told;
            if (Text(task, "dueOnForMunicipalities") is { } forAuthorities)
                foreach (
                    var id in concerned
                        .Select(school => Text(school, "municipalityId"))
                        .OfType<string>()
                        .Distinct()
                )
                foreach (var told in OfAuthority(task, id, DateOnly.Parse(forAuthorities)))
                    yield return told;
        }
    }

    private static IEnumerable<Told> OfSchool(JsonElement task, JsonElement school, DateOnly due)
    {
        var id = Text(school, "id")!;
        var performers = task.TryGetProperty("performers", out var listed)
            ? listed.EnumerateArray().Select(role => role.GetString()!).ToList()
            : ["Director"];
        var owners = performers.SelectMany(role => Cast(role, "schoolId", id)).ToList();
        if (performers.Contains("Director") && !Cast("Director", "schoolId", id).Any())
            owners.AddRange(Cast("Teacher", "schoolId", id));
        var watchers = Cast("MunicipalCoordinator", "municipalityId", Text(school, "municipalityId"));
        return Mornings(task, id, due, owners, watchers);
    }

    private static IEnumerable<Told> OfAuthority(JsonElement task, string id, DateOnly due) =>
        Mornings(
            task,
            id,
            due,
            Cast("MunicipalCoordinator", "municipalityId", id),
            Cast("RegionalCoordinator", "region", null)
        );

    private static IEnumerable<Told> Mornings(
        JsonElement task,
        string owner,
        DateOnly due,
        IEnumerable<long> owners,
        IEnumerable<long> watchers
    )
    {
        int[] before = [-7, -3, -1, 0];
        int[] after = Flag(task, "optional")
            ? []
            : [1, 3, .. Enumerable.Range(1, 30).Select(week => 7 * week)];
        var told =
            from person in owners
                .Select(person => (Id: person, Days: before.Concat(after)))
                .Concat(watchers.Select(person => (Id: person, Days: after.AsEnumerable())))
            from days in person.Days
            let morning = due.AddDays(days)
            where morning >= First && morning <= Last
            select new Told(person.Id, morning, Text(task, "id")!, owner);
        return told;
    }

    private static IEnumerable<long> Cast(string role, string over, string? id) =>
        from member in Facts("cast")
        from held in member.GetProperty("roles").EnumerateArray()
        where Text(held, "role") == role && Text(held, over) == id
        select member.GetProperty("accountId").GetInt64();

    private static List<JsonElement> Facts(string name)
    {
        using var stream = typeof(DemoSeed).Assembly.GetManifestResourceStream($"{name}.json")!;
        return [.. JsonDocument.Parse(stream).RootElement.Clone().EnumerateArray()];
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    private static bool Flag(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.GetBoolean();
}
