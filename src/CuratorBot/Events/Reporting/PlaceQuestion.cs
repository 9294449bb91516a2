using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>
/// A school that an event was for. In the first place it may be a whole municipality or region, where that is
/// hers; further places take schools that were not named yet.
/// </summary>
internal sealed class PlaceQuestion : MySchoolQuestion
{
    private readonly NameIndexCache _names;
    private readonly RepeatingPlace _place;

    public PlaceQuestion(RepeatingPlace place, NameIndexCache names)
        : base(place.Key(ReportFields.School), names)
    {
        (_names, _place) = (names, place);
        Words = ReportFields.School;
        Place = place.Number;
        Optional = place.IsFurther;
        When = place.Applies;
        WordsWhen = sheet => EventKind.In(sheet)?.WordsFor(ReportFields.School);
    }

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var schools = await base.Find(asking, search);
        if (_place.IsFurther)
            return schools with
            {
                Options = [.. schools.Options.Where(option => !IsNamed(asking.Sheet, option.Value))],
            };
        if (schools.IsCertain || !asking.Turn.Who.MayWork.IsWide)
            return schools;
        var wide = search is null ? await Own(asking) : await Named(asking, search);
        return schools with { Options = [.. schools.Options, .. wide] };
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value)
    {
        var (turn, scope) = (asking.Turn, asking.Turn.Who.MayWork);
        if (ReportPlace.IsSchool(value))
            return _place.IsFurther && IsNamed(asking.Sheet, value) ? null : await base.Choose(asking, value);
        if (_place.IsFurther)
            return null;
        if (await ReportPlace.MunicipalityIn(turn.Db, scope, value) is { } municipality)
            return new Answer(value, Label(asking, municipality.Name));
        return ReportPlace.RegionIn(scope, value) is { } region
            ? new Answer(value, Label(asking, region))
            : null;
    }

    private bool IsNamed(AnswerSheet sheet, string school) =>
        Enumerable
            .Range(1, PlacesField.Most)
            .Where(number => number != _place.Number)
            .Any(number => sheet[RepeatingPart.KeyAt(ReportFields.School, number)] == school);

    /// <summary>Few are offered at once; of more, the name has to be typed.</summary>
    private static async ValueTask<IEnumerable<Option>> Own(Asking asking)
    {
        var scope = asking.Turn.Who.MayWork;
        var places = scope.Municipalities;
        var municipalities = await asking
            .Turn.Db.Municipalities.AsNoTracking()
            .Where(row => places.Contains(row.Id))
            .OrderBy(row => row.Name)
            .ToListAsync();
        return
        [
            .. municipalities.Select(row => OptionFor(asking, row)),
            .. scope.Regions.Select(region => OptionFor(asking, region)),
        ];
    }

    private async ValueTask<IEnumerable<Option>> Named(Asking asking, string search)
    {
        var (turn, scope) = (asking.Turn, asking.Turn.Who.MayWork);
        var index = await _names.For(turn.Db, turn.Revision);
        var found = index.Find(search, Sought.Municipality, scope.Includes) switch
        {
            NameAnswer.Found one => [one.One],
            NameAnswer.Ambiguous several => several.Candidates,
            _ => [],
        };
        return
        [
            .. found.Select(one => new Option(Label(asking, one.Name), ReportPlace.ValueOf(one.Id))),
            .. (await Regions(turn, scope, search)).Select(region => OptionFor(asking, region)),
        ];
    }

    private static async Task<List<string>> Regions(TurnContext turn, Scope scope, string search)
    {
        if (!scope.IsRegional || search.Length < ShortestRegion)
            return [];
        var regions = await scope
            .Within(turn.Db.Municipalities)
            .Select(row => row.Region)
            .Distinct()
            .ToListAsync();
        return
        [
            .. regions
                .Where(region =>
                    scope.IncludesRegion(region)
                    && region.Contains(search, StringComparison.OrdinalIgnoreCase)
                )
                .Order(),
        ];
    }

    private const int ShortestRegion = 4;

    private static Option OptionFor(Asking asking, Municipality municipality) =>
        new(Label(asking, municipality.Name), ReportPlace.ValueOf(municipality.Id));

    private static Option OptionFor(Asking asking, string region) =>
        new(Label(asking, region), ReportPlace.ValueOfRegion(region));

    private static string Label(Asking asking, string name) =>
        asking.Turn.Texts.Plain("report.whole", ("name", name));
}
