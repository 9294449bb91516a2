using System.Text;
using CuratorBot.Agenda;
using CuratorBot.Tests.Reminders;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Ical.Net;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Agenda;

public sealed class AgendaFileTests : SweepCase
{
    private static readonly DateTimeOffset Now = new(2022, 1, 17, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2022, 1, 24);

    private static readonly AgendaEntry Deadline = new(
        "obligation-7@curatorbot",
        AgendaKind.Deadline,
        Day,
        Day,
        "Анкетирование; родители, педагоги \\ «6 и 9 класс»\nвторая строка 👨‍👩‍👧 и ещё очень много слов о том же самом деле",
        "СОШ №3 г. Кузнецка"
    );

    private static string Written(DateTimeOffset now, params AgendaEntry[] entries) =>
        Encoding.UTF8.GetString(
            AgendaFile.Write(entries, TextCatalogue.LoadRussian(), "Asia/Novokuznetsk", now)
        );

    [Fact]
    public void A_deadline_is_a_whole_day_with_all_that_an_import_needs()
    {
        var lines = Unfolded(Written(Now, Deadline));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("UID:obligation-7@curatorbot", lines);
        Assert.Contains("DTSTAMP:20220117T070000Z", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20220124", lines);
        Assert.Contains("DTEND;VALUE=DATE:20220125", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
        Assert.Contains(
            lines,
            line =>
                line.StartsWith(
                    @"SUMMARY:Срок: Анкетирование\; родители\, педагоги \\ «6 и 9 класс»\nвторая строка",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Every_line_ends_as_it_must_and_is_at_most_75_octets_long_without_a_torn_letter()
    {
        var file = Written(Now, Deadline);
        Assert.Equal(file.Count(letter => letter == '\n'), file.Split("\r\n").Length - 1);
        Assert.All(
            file.Split("\r\n"),
            line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, $"{line.Length}: {line}")
        );
        Assert.DoesNotContain('\uFFFD', file);
    }

    [Fact]
    public void An_hour_is_written_as_the_instant_that_it_is_where_she_lives()
    {
        var lines = Unfolded(
            Written(Now, Deadline with { Kind = AgendaKind.Start, At = new TimeOnly(12, 0) })
        );
        Assert.Contains("DTSTART:20220124T050000Z", lines);
        Assert.Contains("DTEND:20220124T060000Z", lines);
    }

    [Fact]
    public void What_is_planned_has_the_hour_of_its_school_and_is_cancelled_when_it_is_called_off()
    {
        var plan = Deadline with
        {
            Kind = AgendaKind.Planned,
            At = new TimeOnly(12, 0),
            Zone = "Europe/Moscow",
        };

        var lines = Unfolded(Written(Now, plan));
        Assert.Contains("DTSTART:20220124T090000Z", lines);
        Assert.DoesNotContain("STATUS:CANCELLED", lines);
        Assert.Contains(
            "STATUS:CANCELLED",
            Unfolded(Written(Now, plan with { Kind = AgendaKind.CalledOff }))
        );
    }

    [Fact]
    public void A_later_file_has_the_same_ids_and_greater_numbers_so_that_an_import_updates()
    {
        var earlier = Assert.Single(Calendar.Load(Written(Now, Deadline))!.Events);
        var moved = Deadline with { From = Day.AddDays(2), To = Day.AddDays(2) };
        var later = Assert.Single(Calendar.Load(Written(Now.AddHours(1), moved))!.Events);
        Assert.Equal(earlier.Uid, later.Uid);
        Assert.True(later.Sequence > earlier.Sequence);
        Assert.Equal(Day.AddDays(2), later.Start!.Date);
    }

    [Fact]
    public async Task The_file_holds_what_she_owes_and_nothing_of_others()
    {
        var phone = new Phone(World, Director);
        await phone.Says("/calendar");
        await phone.Presses("📅 Файл");
        var sent = World.Channel.Heard.Last(heard => heard.ChatId == Director).Message;
        await using var content = World.Files.Open(sent.FilePath!);
        var owed = Calendar
            .Load(content!)!
            .Events.Where(one => one.Uid!.StartsWith("obligation-", StringComparison.Ordinal))
            .ToList();
        var due = await World.Read(db =>
            db.Obligations.Where(row => row.OwnerId == School && row.Active)
                .Select(row => row.DueOn)
                .ToListAsync()
        );
        Assert.NotEmpty(owed);
        Assert.All(owed, one => Assert.Contains(one.Start!.Date, due));
        Assert.All(owed, one => Assert.Equal("СОШ №3 г. Кузнецка", one.Description));
    }

    private static List<string> Unfolded(string file) =>
        [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];
}
