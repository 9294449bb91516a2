using System.Globalization;

namespace CuratorBot.Texts;

/// <summary>Dates as people here write them.</summary>
public static class RussianDates
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <param name="format">
    /// «dotted» 24.01.2022; «short» 24.01; «weekday» пн, 24 января; «year» 24 января 2022; «month» январь 2022; nothing: 24 января.
    /// </param>
    public static string Show(DateOnly date, string? format = null) =>
        format switch
        {
            "dotted" => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            "short" => date.ToString("dd.MM", CultureInfo.InvariantCulture),
            "weekday" => date.ToString("ddd, d MMMM", Russian).ToLower(Russian),
            "year" => date.ToString("d MMMM yyyy", Russian),
            "month" => date.ToString("MMMM yyyy", Russian),
            null => date.ToString("d MMMM", Russian),
            _ => throw new FormatException($"A date has no form «{format}»."),
        };
}
