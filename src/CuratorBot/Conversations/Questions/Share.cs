using System.Globalization;
using System.Text.RegularExpressions;

namespace CuratorBot.Conversations;

/// <summary>So many of so many. The percent is always worked out from them; one that was stated is kept beside it.</summary>
/// <param name="Stated">The percent that she wrote herself, when it is another one.</param>
public sealed partial record Share(int Part, int Base, decimal? Stated = null)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>With one decimal, halves away from zero.</summary>
    public decimal Percent => Math.Round(100m * Part / Base, 1, MidpointRounding.AwayFromZero);

    /// <summary>Reads «77 из 97», «77/97 (79 %)», «77 из 97 — 75%»; null when it says no such thing.</summary>
    public static Share? Read(string text)
    {
        var match = Typed().Match(text);
        if (!match.Success || !int.TryParse(match.Groups["base"].Value, out var all) || all == 0)
            return null;
        if (!int.TryParse(match.Groups["part"].Value, out var part))
            return null;
        return new Share(part, all).With(match.Groups["percent"]);
    }

    /// <summary>As it lies in an answer sheet: 77/97 or 77/97/75.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Part}/{Base}")
        + (Stated is { } stated ? string.Create(CultureInfo.InvariantCulture, $"/{stated}") : "");

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
        @"^\D*?(?<part>[0-9]{1,6})\s*(?:из|/)\s*(?<base>[0-9]{1,6})(?:\D+(?<percent>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:%|проц\w*))?\D*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Typed();
}
