using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Registers;
using CuratorBot.Schools;
using CuratorBot.Status.Documents;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status;

/// <summary>Cards of schools and lists of them.</summary>
internal sealed class SchoolAnswers(AnswerCache cache, StatusReads reads)
{
    private const int PageSize = 16;

    /// <summary>The card; null when there is no school of the id that this person may see.</summary>
    public async Task<OutgoingMessage?> Card(TurnContext turn, string id)
    {
        var key = $"school:{id}:{turn.Who.MaySee.IsWide}";
        return cache.Find(turn, key) is { } kept ? kept.Say(turn) : (await Read(turn, id, key))?.Say(turn);
    }

    /// <summary>Buttons of all schools of a municipality; null when this person may not see it.</summary>
    public async Task<OutgoingMessage?> List(TurnContext turn, string municipalityId, int wanted)
    {
        var municipality = (await MunicipalityFacts.Find(turn.Db, municipalityId))?.Municipality;
        if (municipality is null || !turn.Who.MaySee.Includes(municipality))
            return null;
        var schools = await turn
            .Db.Schools.AsNoTracking()
            .Where(row => row.MunicipalityId == municipalityId)
            .Select(row => new Choice(row.ShortName, $"{Buttons.School}:{row.Id}"))
            .ToListAsync();
        return Listed(
            turn,
            schools,
            words => words.Get("schools.of", ("name", municipality.Name)),
            $"{Buttons.Schools}:{municipalityId}:",
            wanted
        );
    }

    /// <summary>Buttons of her own schools.</summary>
    public async Task<OutgoingMessage> Own(TurnContext turn, int wanted)
    {
        var ids = turn.Who.MaySee.Schools;
        var schools = await turn
            .Db.Schools.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new Choice(row.ShortName, $"{Buttons.School}:{row.Id}"))
            .ToListAsync();
        return Listed(turn, schools, words => words.Get("schools.own"), $"{Buttons.Schools}::", wanted);
    }

    private async Task<KeptAnswer?> Read(TurnContext turn, string id, string key)
    {
        if (await reads.School(turn, id) is not { Place: var place } facts)
            return null;
        var words = new StatusWords(turn.Texts);
        var offersMunicipality = SeesMunicipality(turn.Who, place.School);
        var answer = new KeptAnswer(
            new SchoolText(words, facts).Write(),
            [
                [Buttons.Registers(turn, RegisterLooks.OfSchool(id))],
                .. offersMunicipality ? Choices(words, place) : [],
            ],
            who =>
                who.MaySee.Includes(place.School)
                && SeesMunicipality(who, place.School) == offersMunicipality,
            LocalDay.Of(turn.Now, place.Zone)
        );
        return cache.Keep(turn, key, answer);
    }

    private static bool SeesMunicipality(Asker who, School school) =>
        school.MunicipalityId is { } id && who.MaySee.IncludesPlace(id, school.Region);

    private static List<IReadOnlyList<Choice>> Choices(StatusWords words, SchoolPlace place) =>
        [
            [
                new(
                    words.Get("buttons.back", ("name", place.Municipality)).Text,
                    $"{Buttons.Municipality}:{place.School.MunicipalityId}"
                ),
            ],
        ];

    private static OutgoingMessage Listed(
        TurnContext turn,
        List<Choice> schools,
        Func<StatusWords, RichText> head,
        string action,
        int wanted
    )
    {
        var words = new StatusWords(turn.Texts);
        var page = Page.Nearest(wanted, PageSize, schools.Count);
        return turn.Say(head(words)) with
        {
            Choices =
            [
                .. Buttons.InPairs(page.Of(schools.OrderBy(choice => choice.Label, RussianOrder.Names))),
                .. Buttons.Pages(words, action, page),
            ],
        };
    }
}
