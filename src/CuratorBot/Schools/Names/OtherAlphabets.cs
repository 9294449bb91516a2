using System.Text;

namespace CuratorBot.Schools.Names;

/// <summary>What was meant by somebody whose keyboard was switched to Latin, or who spelt it in Latin.</summary>
internal static class OtherAlphabets
{
    /// <summary>The text by the keys that were pressed, then by its sound; nothing unless it is all Latin.</summary>
    public static IEnumerable<string> Of(string text, NameWords language)
    {
        var lower = text.ToLowerInvariant();
        if (
            !lower.AsSpan().ContainsAnyInRange('a', 'z')
            || lower.Any(letter => letter > '\x7f' && char.IsLetter(letter))
        )
            return [];
        return [ByKeys(lower, language), BySound(lower, language)];
    }

    private static string ByKeys(string text, NameWords language) =>
        string.Concat(text.Select(key => language.File.Layout.GetValueOrDefault(key, key)));

    private static string BySound(string text, NameWords language)
    {
        var spelt = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var rest = text.AsSpan(at);
            var taken = 1;
            var letters = text.Substring(at, 1);
            foreach (var sound in language.File.Transliteration)
            {
                if (!rest.StartsWith(sound[0], StringComparison.Ordinal))
                    continue;
                (letters, taken) = (sound[1], sound[0].Length);
                break;
            }
            spelt.Append(letters);
            at += taken;
        }
        return spelt.ToString();
    }
}
