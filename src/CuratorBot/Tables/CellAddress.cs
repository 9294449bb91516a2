using System.Globalization;

namespace CuratorBot.Tables;

/// <summary>«B7» and «A1:C3»: columns by letters, rows by numbers, both from 1.</summary>
internal static class CellAddress
{
    public static string Of(int row, int column) =>
        Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    public static bool TryRead(string? address, out (int Row, int Column) at)
    {
        at = (0, 0);
        if (address is null)
            return false;
        var (column, place) = (0, 0);
        for (; place < Math.Min(address.Length, 4) && char.IsAsciiLetter(address[place]); place++)
            column = (column * 26) + (char.ToUpperInvariant(address[place]) - 'A' + 1);
        if (
            column == 0
            || !int.TryParse(
                address.AsSpan(place),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var row
            )
        )
            return false;
        at = (row, column);
        return true;
    }

    public static bool TryReadRange(string? range, out (int Top, int Left, int Bottom, int Right) cells)
    {
        cells = default;
        var ends = range?.Split(':') ?? [];
        if (ends.Length != 2 || !TryRead(ends[0], out var first) || !TryRead(ends[1], out var last))
            return false;
        cells = (first.Row, first.Column, last.Row, last.Column);
        return true;
    }
}
