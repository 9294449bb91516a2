using System.Security.Cryptography;
using System.Text;
using CuratorBot.Data;

namespace CuratorBot.Members.Inviting;

/// <summary>
/// The secrets of an invitation, in Crockford's alphabet: no I, L, O and U, so that nobody confuses them
/// with 1, 0 and V. Read in any case, with spaces and dashes, and in Cyrillic letters that look alike.
/// </summary>
public static class InvitationCode
{
    /// <summary>130 bits, for links.</summary>
    public const int LinkLength = 26;

    /// <summary>60 bits, for typing: one-time, and guessing is limited.</summary>
    public const int TypedLength = 12;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Lookalikes = "OILАВЕКМНОРСТУХЗ";
    private const string StandFor = "011ABEKMH0PCTYX3";

    /// <summary>What was meant; null when it cannot be a code of either length.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var code = new StringBuilder(LinkLength);
        foreach (var letter in typed.ToUpperInvariant().Where(letter => !IsSeparator(letter)))
        {
            var place = Lookalikes.IndexOf(letter, StringComparison.Ordinal);
            var meant = place < 0 ? letter : StandFor[place];
            if (!Alphabet.Contains(meant, StringComparison.Ordinal))
                return null;
            code.Append(meant);
        }
        return code.Length is TypedLength or LinkLength ? code.ToString() : null;
    }

    /// <summary>
    /// Whether a message is a code and no words. Every code holds a digit from 2 to 9, which no letter looks
    /// like; «Марта Ветрова», all of whose letters a code may hold, does not.
    /// </summary>
    public static bool LooksLikeOne(string? text) => Normalise(text) is not null && text!.Any(IsPlainDigit);

    /// <summary>A code as people read it out: K7QM-2B9X-0D4T.</summary>
    public static string InGroups(string code) =>
        string.Join('-', code.Chunk(4).Select(group => new string(group)));

    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));

    public static string New(IdGenerator ids, int length)
    {
        var code = ids.Code(length);
        while (!code.Any(IsPlainDigit))
            code = ids.Code(length);
        return code;
    }

    private const int LongestTyped = 64;

    private static bool IsPlainDigit(char letter) => letter is >= '2' and <= '9';

    private static bool IsSeparator(char letter) =>
        char.IsWhiteSpace(letter) || letter is '-' or '–' or '—' or '_' or '.';
}
