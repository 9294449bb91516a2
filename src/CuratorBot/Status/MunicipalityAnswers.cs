using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Registers;
using CuratorBot.Status.Documents;
using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>Answers about one municipality.</summary>
internal sealed class MunicipalityAnswers(AnswerCache cache, StatusReads reads)
{
    private const int MostSchoolButtons = 8;

    /// <summary>Null when there is none of the id that this person may see.</summary>
    public async Task<KeptAnswer?> Find(TurnContext turn, string id)
    {
        var key = $"municipality:{id}";
        if (cache.Find(turn, key) is { } kept)
            return kept;
        if (await reads.Municipality(turn, id) is not { Municipality: var municipality } facts)
            return null;
        var words = new StatusWords(turn.Texts);
        var answer = new KeptAnswer(
            new MunicipalityText(words, facts).Write(),
            Choices(turn, words, facts),
            who => who.MaySee.Includes(municipality),
            LocalDay.Of(turn.Now, municipality.TimeZone)
        );
        return cache.Keep(turn, key, answer);
    }

    private static List<IReadOnlyList<Choice>> Choices(
        TurnContext turn,
        StatusWords words,
        MunicipalityFacts facts
    )
    {
        var id = facts.Municipality.Id;
        return
        [
            .. SchoolChoices(words, facts),
            [
                new(words.Get("buttons.debtors").Text, $"{Buttons.Debtors}:{id}"),
                new(words.Get("buttons.events").Text, Buttons.Events(id)),
            ],
            [Buttons.Registers(turn, RegisterLooks.OfMunicipality(id))],
        ];
    }

    private static IEnumerable<IReadOnlyList<Choice>> SchoolChoices(
        StatusWords words,
        MunicipalityFacts facts
    ) =>
        facts.Schools.Count > MostSchoolButtons
            ?
            [
                [
                    new(
                        words.Get("buttons.schools", ("n", facts.Schools.Count)).Text,
                        $"{Buttons.Schools}:{facts.Municipality.Id}:0"
                    ),
                ],
            ]
            : Buttons.InPairs(
                facts
                    .Schools.OrderBy(school => school.ShortName, RussianOrder.Names)
                    .Select(school => new Choice(school.ShortName, $"{Buttons.School}:{school.Id}"))
            );
}
