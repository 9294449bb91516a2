using CuratorBot.Texts;

namespace CuratorBot.Advice;

/// <summary>How long a school waited and what became of its request, in words.</summary>
internal static class HelpWords
{
    private const int Excerpted = 120;
    private const double MinutesOfHour = 60;
    private const double HoursOfDay = 24;

    public static string Short(HelpRequest request) => Excerpt.Of(request.Text, Excerpted);

    /// <summary>«3 часа», «2 дня»: rounded, in the largest unit of which there is at least one, and never nothing.</summary>
    public static string Time(TextCatalogue texts, TimeSpan time)
    {
        var minutes = Math.Max(1, Math.Round(time.TotalMinutes));
        var hours = Math.Round(minutes / MinutesOfHour);
        var (unit, count) =
            minutes < MinutesOfHour ? ("minutes", minutes)
            : hours < HoursOfDay ? ("hours", hours)
            : ("days", Math.Round(hours / HoursOfDay));
        return texts.Plain($"advice.time.{unit}", ("count", (int)count));
    }

    /// <summary>«через 3 часа»: from the asking to the first answer.</summary>
    public static string After(TextCatalogue texts, int minutes) =>
        texts.Plain("advice.after", ("time", Time(texts, TimeSpan.FromMinutes(minutes))));

    /// <summary>Who answered first, and after what time.</summary>
    public static string FirstBy(TextCatalogue texts, string? name, int minutes) =>
        texts.Plain("advice.firstBy", ("name", name), ("after", After(texts, minutes)));
}
