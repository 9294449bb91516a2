using System.Globalization;
using System.Text.RegularExpressions;

namespace CuratorBot.Playground.Phones;

/// <summary>Finds the command at the start of a text, which the Bot API marks with an entity.</summary>
internal static partial class BotCommands
{
    public static string? In(string text)
    {
        var found = Command().Match(text);
        return found.Success
            ? string.Create(
                CultureInfo.InvariantCulture,
                $$"""[{"type":"bot_command","offset":0,"length":{{found.Length}}}]"""
            )
            : null;
    }

    [GeneratedRegex("^/[A-Za-z0-9_]{1,32}(@[A-Za-z0-9_]+)?")]
    private static partial Regex Command();
}
