namespace CuratorBot.Texts;

/// <summary>The beginning of a text that somebody wrote, for a line of a list.</summary>
public static class Excerpt
{
    /// <summary>The text itself, or its first letters and «…»; no letter of two units is cut in half.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
        return $"{text[..end].TrimEnd()}…";
    }
}
