using CuratorBot.Texts;

namespace CuratorBot.Advice;

/// <summary>What became of a request, in words.</summary>
internal static class HelpWords
{
    private const int Excerpted = 120;

    public static string Short(HelpRequest request) => Excerpt.Of(request.Text, Excerpted);

    /// <summary>«через 3 часа»: from the asking to the first answer.</summary>
    public static string After(int minutes) => RussianSpans.After(TimeSpan.FromMinutes(minutes));

    /// <summary>Who answered first, and after what time.</summary>
    public static string FirstBy(TextCatalogue texts, string? name, int minutes) =>
        texts.Plain("advice.firstBy", ("name", name), ("after", After(minutes)));
}
