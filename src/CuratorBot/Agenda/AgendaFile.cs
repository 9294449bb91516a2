using System.Text;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CuratorBot.Agenda;

/// <summary>
/// An agenda as a file that phones and Outlook open (iCalendar, RFC 5545). A thing keeps its UID and its number
/// grows with the time, so whoever opens a later file updates what she has instead of having it twice.
/// </summary>
internal static class AgendaFile
{
    private const string Product = "-//CuratorBot//Project 500+//RU";
    private const string Fold = "\r\n ";
    private const int MostOctets = 75;
    private static readonly DateTimeOffset NumbersBegin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="zone">IANA id of the zone in which the hours are meant.</param>
    public static byte[] Write(
        IEnumerable<AgendaEntry> entries,
        TextCatalogue texts,
        string zone,
        DateTimeOffset now
    )
    {
        var calendar = new Calendar { ProductId = Product, Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", texts.Plain("agenda.calendar"));
        foreach (var entry in entries)
            calendar.Events.Add(Event(entry, texts, zone, now));
        return Encoding.UTF8.GetBytes(FoldedAnew(new CalendarSerializer().SerializeToString(calendar)!));
    }

    /// <summary>The library may cut a line within an emoji, which then arrives as two question marks.</summary>
    private static string FoldedAnew(string file)
    {
        var folded = new StringBuilder(file.Length);
        foreach (var line in file.Replace(Fold, "", StringComparison.Ordinal).Split("\r\n"))
        {
            var octets = 0;
            foreach (var letter in line.EnumerateRunes())
            {
                octets += letter.Utf8SequenceLength;
                if (octets > MostOctets)
                {
                    folded.Append(Fold);
                    octets = 1 + letter.Utf8SequenceLength;
                }
                folded.Append(letter.ToString());
            }
            folded.Append("\r\n");
        }
        return folded.ToString().TrimEnd() + "\r\n";
    }

    private static CalendarEvent Event(
        AgendaEntry entry,
        TextCatalogue texts,
        string zone,
        DateTimeOffset now
    ) =>
        new()
        {
            Uid = entry.Uid,
            DtStamp = Instant(now),
            Sequence = (int)(now - NumbersBegin).TotalMinutes,
            Start = entry.At is { } at
                ? Instant(LocalDays.InstantOf(entry.From, at, entry.Zone ?? zone))
                : new CalDateTime(entry.From),
            End = entry.At is { } begin
                ? Instant(LocalDays.InstantOf(entry.From, begin, entry.Zone ?? zone).AddHours(1))
                : new CalDateTime(entry.To.AddDays(1)),
            Summary = texts.Plain($"agenda.summary.{entry.Kind}", ("title", entry.Title)),
            Description = entry.Where.Length > 0 ? entry.Where : null,
            Transparency = TransparencyType.Transparent,
            Status = entry.Kind == AgendaKind.CalledOff ? EventStatus.Cancelled : null,
        };

    private static CalDateTime Instant(DateTimeOffset at) => new(at.UtcDateTime, "UTC");
}
