using System.Buffers.Binary;
using System.Text;

namespace CuratorBot.Files;

/// <summary>A box of an ISO media file: a length, four letters that say what it is, and the content.</summary>
internal sealed record HeicBox(string Kind, int Start, int Content, int End)
{
    private const int Head = 8;
    private const int LongHead = 16;

    public static string KindAt(ReadOnlySpan<byte> bytes, int at) =>
        Encoding.Latin1.GetString(bytes.Slice(at, 4));

    /// <summary>The boxes that lie one behind the other; null when they do not fill the part exactly.</summary>
    public static List<HeicBox>? In(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var boxes = new List<HeicBox>();
        for (var at = from; at < to; )
        {
            if (At(bytes, at, to) is not { } box)
                return null;
            boxes.Add(box);
            at = box.End;
        }
        return boxes;
    }

    private static HeicBox? At(ReadOnlySpan<byte> bytes, int at, int to)
    {
        if (at + Head > to)
            return null;
        var (length, head) = ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]), Head);
        if (length == 1)
        {
            if (at + LongHead > to)
                return null;
            (length, head) = (BinaryPrimitives.ReadUInt64BigEndian(bytes[(at + Head)..]), LongHead);
        }
        else if (length == 0)
            length = (ulong)(to - at); // up to the end
        return length < (ulong)head || length > (ulong)(to - at)
            ? null
            : new HeicBox(KindAt(bytes, at + 4), at, at + head, at + (int)length);
    }
}
