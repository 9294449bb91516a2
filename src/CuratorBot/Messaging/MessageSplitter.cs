using System.Globalization;
using CuratorBot.Texts;

namespace CuratorBot.Messaging;

/// <summary>Cuts a text that is longer than a message may be, at lines where it can, never inside a letter.</summary>
public static class MessageSplitter
{
    /// <summary>UTF-16 units that one message holds.</summary>
    public const int Longest = 4096;

    /// <summary>The parts in order; put together they are the text.</summary>
    public static IReadOnlyList<RichText> Split(RichText text)
    {
        if (text.Length <= Longest)
            return [text];
        var parts = new List<RichText>();
        for (var from = 0; from < text.Length; )
        {
            var length = text.Length - from <= Longest ? text.Length - from : CutAt(text.Text, from);
            parts.Add(text.Slice(from, length));
            from += length;
        }
        return parts;
    }

    private static int CutAt(string text, int from)
    {
        var newline = text.LastIndexOf('\n', from + Longest - 1, Longest / 2);
        if (newline > from)
            return newline - from + 1;
        var length = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(text, from + length);
            if (length + next > Longest)
                return length == 0 ? Longest : length;
            length += next;
        }
    }
}
