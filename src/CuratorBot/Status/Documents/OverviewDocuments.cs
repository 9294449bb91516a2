using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Status.Documents;

/// <summary>The overview of whole regions, or of the country, from their documents.</summary>
internal static class OverviewDocuments
{
    /// <returns>Null where a document is missing, and for who looks after single municipalities.</returns>
    public static OverviewFacts? Read(
        Func<string, CountryDocument?> country,
        Func<string, RegionDocument?> region,
        Scope scope,
        int wanted,
        DateTimeOffset now
    )
    {
        if (!scope.Everything && (scope.Regions.Count == 0 || scope.Municipalities.Count > 0))
            return null;
        var lines = scope.Everything
            ? country(StatusScope.Country)?.Regions
            : OfRegions(region, scope.Regions);
        if (lines is null)
            return null;
        var inOrder = lines.OrderBy(line => line.Region, RussianOrder.Names).ToList();
        var page = Page.Nearest(wanted, OverviewFacts.PageSize, inOrder.Sum(line => line.Places));
        var shown = Shown(region, inOrder, page);
        if (shown is null)
            return null;
        var overdue = inOrder
            .SelectMany(line => line.Open)
            .Where(open => open.DueOn < LocalDays.Today(now, open.TimeZone))
            .ToList();
        return new(
            page,
            overdue.Sum(open => open.Count),
            overdue.Where(open => !open.IsPlaced).Sum(open => open.Count),
            [
                .. shown.Select(place => new OverviewLine(
                    place.Id,
                    place.Name,
                    place.Region,
                    Deadlines.Of(place.Owed, LocalDays.Today(now, place.TimeZone)),
                    place.Scores
                )),
            ],
            [.. inOrder.SelectMany(line => line.TimeZones).Distinct(StringComparer.Ordinal)]
        );
    }

    /// <summary>Null where one is missing: a region without anything in it has no document, and is rare.</summary>
    private static List<RegionLine>? OfRegions(
        Func<string, RegionDocument?> region,
        IReadOnlyList<string> names
    )
    {
        var lines = new List<RegionLine>(names.Count);
        foreach (var name in names)
        {
            if (region(StatusScope.Region(name)) is not { } document)
                return null;
            lines.Add(DocumentFacts.LineOf(name, document));
        }
        return lines;
    }

    /// <summary>The places of one page, of those regions alone that stand on it.</summary>
    private static List<PlaceLine>? Shown(
        Func<string, RegionDocument?> region,
        IReadOnlyList<RegionLine> inOrder,
        Page page
    )
    {
        var shown = new List<PlaceLine>(page.Size);
        var before = 0;
        foreach (var line in inOrder)
        {
            var (from, to) = (before, before + line.Places);
            before = to;
            if (to <= page.From || from >= page.From + page.Size || line.Places == 0)
                continue;
            // It may have grown or shrunk since the line was read; then the facts are asked.
            if (
                region(StatusScope.Region(line.Region)) is not { } document
                || document.Places.Count != line.Places
            )
                return null;
            var skip = Math.Max(0, page.From - from);
            shown.AddRange(document.Places.Skip(skip).Take(page.From + page.Size - from - skip));
        }
        return shown;
    }
}
