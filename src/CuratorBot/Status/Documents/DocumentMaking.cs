namespace CuratorBot.Status.Documents;

/// <summary>Reads documents of the facts of one moment and puts them in; regions after their municipalities.</summary>
internal sealed class DocumentMaking(Moment moment, IDocumentStore store, CancellationToken stop)
{
    public async Task Schools(IReadOnlyList<string> ids)
    {
        var made = new List<KeptDocument>(ids.Count);
        foreach (var id in ids)
        {
            stop.ThrowIfCancellationRequested();
            made.Add(Kept(StatusScope.School(id), await DocumentFacts.OfSchool(moment.Db, id, moment.Now)));
        }
        store.Put(made);
    }

    public async Task Municipalities(IReadOnlyList<string> ids)
    {
        var made = new List<KeptDocument>(ids.Count);
        foreach (var id in ids)
        {
            stop.ThrowIfCancellationRequested();
            made.Add(
                Kept(StatusScope.Place(id), await DocumentFacts.OfMunicipality(moment.Db, id, moment.Now))
            );
        }
        store.Put(made);
    }

    /// <summary>And their lines in the document of the country.</summary>
    public async Task Regions(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        var lines = (StatusJson.Find<CountryDocument>(store, StatusScope.Country)?.Regions ?? [])
            .ExceptBy(names, line => line.Region)
            .ToList();
        foreach (var name in names)
        {
            stop.ThrowIfCancellationRequested();
            var document = await DocumentFacts.OfRegion(moment.Db, name, FactsOf);
            store.Put([Kept(StatusScope.Region(name), document)]);
            if (document is not null)
                lines.Add(DocumentFacts.LineOf(name, document));
        }
        store.Put([Kept(StatusScope.Country, new CountryDocument(lines))]);
    }

    private async Task<MunicipalityFacts?> FactsOf(string id) =>
        (
            StatusJson.Find<MunicipalityDocument>(store, StatusScope.Place(id))
            ?? await DocumentFacts.OfMunicipality(moment.Db, id, moment.Now)
        )?.Facts;

    private KeptDocument Kept<T>(string scope, T? document)
        where T : class => new(scope, moment.Revision, StatusJson.Write(document));
}
