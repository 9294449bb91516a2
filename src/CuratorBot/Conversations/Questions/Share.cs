using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Data;

namespace CuratorBot.Conversations.Questions;

/// <summary>So many of so many. The percent is always worked out from them; one that was stated is kept beside it.</summary>
/// <param name="Stated">The percent that she wrote herself, when it is another one.</param>
public sealed partial record Share(int Part, int Base, decimal? Stated = null)
{
    /// <param name="OutOf">Between the part and the base.</param>
    /// <param name="Percent">How the word behind a percent begins.</param>
    private sealed record TypedWords(string OutOf, string Percent);

    private static readonly TypedWords Words = EmbeddedJson.Read<TypedWords>("typed-words");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>With one decimal, halves away from zero.</summary>
    public decimal Percent => Math.Round(100m * Part / Base, 1, MidpointRounding.AwayFromZero);

    /// <summary>Reads «77 из 97», «77/97 (79 %)», «77 из 97 — 75%»; null when it says no such thing.</summary>
    public static Share? Read(string text)
    {
        var match = Typed().Match(text);
        if (
            !match.Success
            || !IsShare(match)
            || !int.TryParse(match.Groups["base"].Value, out var all)
            || all == 0
        )
            return null;
        if (!int.TryParse(match.Groups["part"].Value, out var part))
            return null;
        return new Share(part, all).With(match.Groups["percent"]);
    }

    private static bool IsShare(Match match) =>
        (match.Groups["outOf"].Value is "/" || Is(match.Groups["outOf"], Words.OutOf, isWhole: true))
        && (
            match.Groups["unit"].Value is "" or "%" || Is(match.Groups["unit"], Words.Percent, isWhole: false)
        );

    private static bool Is(Group typed, string word, bool isWhole) =>
        typed.ValueSpan.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (!isWhole || typed.Length == word.Length);

    /// <summary>As it lies in an answer sheet: 77/97 or 77/97/75.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Part}/{Base}")
        + (Stated is { } stated ? string.Create(CultureInfo.InvariantCulture, $"/{stated:0.##}") : "");

    /// <exception cref="FormatException">It was not written by <see cref="ToString"/>.</exception>
    public static Share Stored(string value)
    {
        var parts = value.Split('/');
        return new Share(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            parts.Length > 2 ? decimal.Parse(parts[2], CultureInfo.InvariantCulture) : null
        );
    }

    public static string Show(decimal percent) => percent.ToString("0.#", Russian);

    /// <summary>With all that was stated, so that it can be read again.</summary>
    public static string ShowWhole(decimal percent) => percent.ToString("0.##", Russian);

    /// <summary>A percent that is the same but for its rounding is no other one.</summary>
    private Share With(Group written)
    {
        if (!written.Success)
            return this;
        var percent = decimal.Parse(written.Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        var isSame =
            Math.Abs(percent - (100m * Part / Base)) <= (percent == Math.Truncate(percent) ? 0.5m : 0.05m);
        return isSame ? this : this with { Stated = percent };
    }

    [GeneratedRegex(
        @"^\D*?(?<part>[0-9]{1,6})\s*(?<outOf>\p{L}+|/)\s*(?<base>[0-9]{1,6})(?:\D+(?<percent>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?<unit>%|\p{L}+))?\D*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Typed();
}
