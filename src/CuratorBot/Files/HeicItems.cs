namespace CuratorBot.Files;

/// <summary>One thing in a HEIC: a picture, a tile of one, or notes.</summary>
/// <param name="Kind">Four letters; empty when the file does not say.</param>
/// <param name="Extents">Where its bytes lie in the file.</param>
internal sealed record HeicItem(string Kind, IReadOnlyList<(int Start, int End)> Extents);

/// <summary>Reads of the head of a HEIC which items there are and where they lie.</summary>
internal sealed class HeicItems(byte[] file, IReadOnlyList<HeicBox> parts)
{
    private const int InFile = 0;
    private const int InHead = 1;

    /// <param name="Offset">Bytes of each number that says where an extent begins; the others likewise.</param>
    private sealed record Widths(int Offset, int Length, int Base, int Index);

    /// <summary>Null when a part is missing or twice there, or something leads out of the file.</summary>
    public static List<HeicItem>? Read(byte[] file, IReadOnlyList<HeicBox> parts)
    {
        try
        {
            return new HeicItems(file, parts).Read();
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private List<HeicItem>? Read() =>
        Only("iinf") is { } info && Only("iloc") is { } places && KindsOf(info) is { } kinds
            ? ItemsOf(places, kinds)
            : null;

    private HeicBox? Only(string kind) =>
        parts.Where(part => part.Kind == kind).ToList() is [var only] ? only : null;

    private Dictionary<ulong, string>? KindsOf(HeicBox info)
    {
        var reader = new HeicReader(file, info.Content);
        var version = reader.Version();
        reader.Skip(version == 0 ? 2 : 4);
        if (HeicBox.In(file, reader.At, info.End) is not { } entries)
            return null;
        var kinds = new Dictionary<ulong, string>();
        foreach (var entry in entries)
        {
            var one = new HeicReader(file, entry.Content);
            var form = one.Version();
            if (entry.Kind != "infe" || form is not (2 or 3))
                return null;
            var id = one.Number(form == 2 ? 2 : 4);
            one.Skip(2);
            kinds[id] = HeicBox.KindAt(file, one.At);
        }
        return kinds;
    }

    private List<HeicItem>? ItemsOf(HeicBox places, Dictionary<ulong, string> kinds)
    {
        var reader = new HeicReader(file, places.Content);
        var version = reader.Version();
        if (version > 2)
            return null;
        var widths = WidthsOf((int)reader.Number(2), version);
        var wide = version < 2 ? 2 : 4;
        var items = new List<HeicItem>();
        for (var left = reader.Number(wide); left > 0; left--)
        {
            var kind = kinds.GetValueOrDefault(reader.Number(wide), "");
            if (
                ExtentsOf(reader, widths, method: version == 0 ? InFile : (int)reader.Number(2) & 15)
                is not { } extents
            )
                return null;
            items.Add(new HeicItem(kind, extents));
        }
        return items;
    }

    /// <summary>Four bits each.</summary>
    private static Widths WidthsOf(int packed, int version) =>
        new(packed >> 12, (packed >> 8) & 15, (packed >> 4) & 15, version == 0 ? 0 : packed & 15);

    private List<(int, int)>? ExtentsOf(HeicReader reader, Widths widths, int method)
    {
        var elsewhere = reader.Number(2);
        var within = WithinOf(method);
        var from = reader.Number(widths.Base);
        var extents = new List<(int, int)>();
        for (var left = reader.Number(2); left > 0; left--)
        {
            reader.Skip(widths.Index);
            var (at, length) = (from + reader.Number(widths.Offset), reader.Number(widths.Length));
            if (elsewhere != 0 || within is not var (first, last) || at > (ulong)(last - first))
                return null;
            var rest = (ulong)(last - first) - at;
            if (length > rest)
                return null;
            var start = first + (int)at;
            extents.Add((start, start + (int)(length == 0 ? rest : length)));
        }
        return extents;
    }

    /// <summary>From where an item counts its bytes, and how far it may go; null where that cannot be told.</summary>
    private (int First, int Last)? WithinOf(int method) =>
        method switch
        {
            InFile => (0, file.Length),
            InHead when Only("idat") is { } data => (data.Content, data.End),
            _ => null,
        };
}
