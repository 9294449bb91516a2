using System.Globalization;
using Humanizer;

namespace CuratorBot.Texts;

/// <summary>
/// Spans of time and sizes of files that are told alone. Inside of a sentence the plural forms of `locales` are right:
/// here a day ahead would be «завтра», and a single minute has no accusative.
/// </summary>
public static class RussianSpans
{
    private const double MinutesOfHour = 60;
    private const double HoursOfDay = 24;

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>«через минуту», «через 3 часа»: rounded, and never nothing. A day and a half is told in days, less in hours.</summary>
    public static string After(TimeSpan time) => Told(time, Tense.Future);

    /// <summary>«минуту назад», «3 часа назад», rounded as <see cref="After"/> is.</summary>
    public static string Ago(TimeSpan time) => Told(time, Tense.Past);

    /// <summary>«21 день»: the whole days of it.</summary>
    public static string Days(TimeSpan time) =>
        time.Humanize(culture: Russian, maxUnit: TimeUnit.Day, minUnit: TimeUnit.Day);

    /// <summary>«1,5 МБ».</summary>
    public static string Size(long bytes) => bytes.Bytes().Humanize("0.#", Russian);

    private static string Told(TimeSpan time, Tense tense)
    {
        var minutes = Math.Max(1, Math.Round(time.TotalMinutes));
        var hours = Math.Round(minutes / MinutesOfHour);
        var days = Math.Round(hours / HoursOfDay);
        var (unit, count) =
            minutes < MinutesOfHour ? (TimeUnit.Minute, minutes)
            : days < 2 ? (TimeUnit.Hour, hours)
            : (TimeUnit.Day, days);
        return Configurator.Formatters.ResolveForCulture(Russian).DateHumanize(unit, tense, (int)count);
    }
}
