using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Schools;

namespace CuratorBot.Profiles.SchoolList;

/// <summary>Reads a zone as people in Russia write it: «МСК+4», or by its IANA id.</summary>
internal static partial class TimeZones
{
    /// <param name="moscow">How the time of Moscow is called, in small letters.</param>
    /// <returns>The IANA id; null when there is no such zone.</returns>
    public static string? Read(string text, IEnumerable<string> moscow)
    {
        var offset = Offset().Match(text);
        if (offset.Success && moscow.Contains(offset.Groups["from"].Value.ToLowerInvariant()))
            return RussianZones.FromMoscow.ElementAtOrDefault(
                1 + HoursIn(offset.Groups["sign"].Value, offset.Groups["hours"])
            );
        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId ? zone.Id : null;
    }

    private static int HoursIn(string sign, Group hours)
    {
        var number = hours.Success ? int.Parse(hours.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return sign is "+" or "" ? number : -number;
    }

    [GeneratedRegex(@"^\s*(?<from>\p{L}+)\s*((?<sign>[+\-−–])\s*(?<hours>\d{1,2}))?\s*$")]
    private static partial Regex Offset();
}
