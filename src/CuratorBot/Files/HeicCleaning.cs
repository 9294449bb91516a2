namespace CuratorBot.Files;

/// <summary>
/// Blanks whatever lies in a HEIC beside its pictures. The file tells of each item what it is and where its bytes
/// lie; only those of pictures are kept, and every other byte of the data becomes zero, in a text a space, so
/// that no place moves and nothing has to be written anew. Which way up it is and its colours stand in the head and stay.
/// </summary>
internal static class HeicCleaning
{
    private static readonly string[] Brands = ["heic", "heix", "heim", "heis", "mif1", "msf1"];
    private static readonly string[] Pictures =
    [
        "hvc1",
        "hev1",
        "av01",
        "jpeg",
        "grid",
        "iden",
        "iovl",
        "tmap",
    ];

    /// <summary>A text (XMP): there are readers that fail at one of zeros.</summary>
    private const string Words = "mime";
    private static readonly string[] PartsOfHead =
    [
        "hdlr",
        "pitm",
        "iinf",
        "iloc",
        "iprp",
        "iref",
        "idat",
        "dinf",
        "grpl",
    ];

    public static bool Is(ReadOnlySpan<byte> content) =>
        content.Length >= 12
        && content[4..].StartsWith("ftyp"u8)
        && Brands.Contains(HeicBox.KindAt(content, 8));

    /// <summary>
    /// Null when something in it is not understood, so that it cannot be known what it tells: a film, or a file
    /// that is not whole.
    /// </summary>
    public static byte[]? Of(byte[] photo)
    {
        if (
            HeicBox.In(photo, 0, photo.Length) is not { } boxes
            || boxes.Count(box => box.Kind == "meta") != 1
        )
            return null;
        var head = boxes.Single(box => box.Kind == "meta");
        if (HeicBox.In(photo, head.Content + 4, head.End) is not { } parts)
            return null;
        if (HeicItems.Read(photo, parts) is not { } items)
            return null;
        var clean = new byte[photo.Length];
        foreach (var box in boxes)
            if (box.Kind is "ftyp" or "meta")
                Keep(box.Start, box.End);
            else if (box.Kind is "mdat" or "free" or "skip")
                Keep(box.Start, box.Content);
            else
                return null;
        if (!parts.TrueForAll(part => PartsOfHead.Contains(part.Kind)))
            return null;
        foreach (var data in parts.Where(part => part.Kind == "idat"))
            clean.AsSpan(data.Content, data.End - data.Content).Clear();
        foreach (var (start, end) in ExtentsOf(item => Pictures.Contains(item.Kind)))
            Keep(start, end);
        foreach (var (start, end) in ExtentsOf(item => !Pictures.Contains(item.Kind)))
            clean.AsSpan(start, end - start).Clear();
        foreach (var (start, end) in ExtentsOf(item => item.Kind == Words))
            clean.AsSpan(start, end - start).Fill((byte)' ');
        return clean;

        IEnumerable<(int Start, int End)> ExtentsOf(Func<HeicItem, bool> which) =>
            items.Where(which).SelectMany(item => item.Extents);

        void Keep(int start, int end) => photo.AsSpan(start, end - start).CopyTo(clean.AsSpan(start));
    }
}
