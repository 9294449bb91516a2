using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Events.Reporting;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Events.Planning;

/// <summary>All schools where she works, or one of them.</summary>
internal sealed class AllOrOneQuestion(string key, NameIndexCache names) : MySchoolQuestion(key, names)
{
    private const string All = "*";

    /// <summary>The places that an answer stands for now, as <see cref="ReportPlace"/> knows them.</summary>
    public static IReadOnlyList<string> PlacesIn(Asker who, string answer)
    {
        var scope = who.MayWork;
        return answer != All ? [answer]
            : !scope.IsWide ? scope.Schools
            : scope.OnlyMunicipality is { } municipality ? [ReportPlace.ValueOf(municipality)]
            : scope is { Everything: false, Regions: [var region], Municipalities.Count: 0 }
                ? [ReportPlace.ValueOfRegion(region)]
            : [];
    }

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var schools = await base.Find(asking, search);
        return search is null && MayMeanAll(asking)
            ? schools with
            {
                Options = [new Option(asking.Text("all").Text, All), .. schools.Options],
            }
            : schools;
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        value != All ? await base.Choose(asking, value)
        : MayMeanAll(asking) ? new Answer(All, asking.Text("allShown").Text)
        : null;

    /// <summary>Whoever is over several places names them one by one.</summary>
    private static bool MayMeanAll(Asking asking) => PlacesIn(asking.Turn.Who, All).Count > 0;
}
