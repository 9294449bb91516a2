using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Status.Documents;

/// <summary>
/// What an answer says: of the document where nothing of it waits and it holds today, else of the facts. So no answer
/// is older than the question. Null where there is nothing of the id that this person may see.
/// </summary>
internal sealed class StatusReads(IDocumentStore store, IStatusChanges changes)
{
    public async Task<MunicipalityFacts?> Municipality(TurnContext turn, string id)
    {
        var may = turn.Who.MaySee;
        if (Find<MunicipalityDocument>(StatusScope.Place(id)) is { } document)
        {
            if (!may.Includes(document.Facts.Municipality))
                return null;
            var day = LocalDays.Today(turn.Now, document.Facts.Municipality.TimeZone);
            if (document.HoldsOn(day))
                return document.Facts with { Today = day };
        }
        var scored = await MunicipalityFacts.Find(turn.Db, id);
        return scored is { Municipality: var municipality } && may.Includes(municipality)
            ? await MunicipalityFacts.Read(turn.Db, scored, LocalDays.Today(turn.Now, municipality.TimeZone))
            : null;
    }

    /// <summary>People stand in no document.</summary>
    public async Task<SchoolFacts?> School(TurnContext turn, string id)
    {
        var may = turn.Who.MaySee;
        if (Find<SchoolDocument>(StatusScope.School(id)) is { } document)
        {
            if (!may.Includes(document.Facts.Place.School))
                return null;
            var day = LocalDays.Today(turn.Now, document.Facts.Place.Zone);
            if (document.HoldsOn(day))
                return document.Facts with
                {
                    Today = day,
                    People = await SchoolFacts.ReadPeople(turn.Db, id),
                };
        }
        var place = await SchoolFacts.Find(turn.Db, id);
        return place is not null && may.Includes(place.School)
            ? await SchoolFacts.Read(turn.Db, place, LocalDays.Today(turn.Now, place.Zone))
            : null;
    }

    /// <param name="wanted">Page from 0; the nearest that exists is shown.</param>
    public async Task<OverviewFacts> Overview(TurnContext turn, Scope scope, int wanted) =>
        OverviewDocuments.Read(Find<CountryDocument>, Find<RegionDocument>, scope, wanted, turn.Now)
        ?? await OverviewFacts.Read(turn.Db, scope, wanted, turn.Now);

    /// <summary>
    /// The notes are looked at before the document: whoever takes a note away has put in the document before.
    /// </summary>
    private T? Find<T>(string scope)
        where T : class => store.IsWhole && !changes.Wait(scope) ? StatusJson.Find<T>(store, scope) : null;
}
