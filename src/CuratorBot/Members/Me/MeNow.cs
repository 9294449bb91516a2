using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Me;

/// <summary>
/// «Я сейчас: …»: which of her municipalities and schools a person is busy with. It only decides what she is
/// shown first when she names nothing.
/// </summary>
public sealed class MeNow : IAction
{
    public const string Choose = "me.now";
    private const string Set = "me.nowIs";
    private const string Everything = "all";
    private const char Municipality = 'm';
    private const char School = 's';

    public IEnumerable<string> Names => [Choose, Set];
    public bool ReadsOnly => false;

    /// <summary>Whether there is anything to choose from.</summary>
    public static bool IsFor(Asker who) =>
        who.MaySee.Municipalities.Count + who.MaySee.Schools.Count + (who.MaySee.IsRegional ? 1 : 0) > 1
        && who.MaySee.Municipalities.Count + who.MaySee.Schools.Count > 0;

    /// <summary>The name of what she is busy with; null when it is everything.</summary>
    public static async Task<string?> NameOf(TurnContext turn, BusyWith? now) =>
        now switch
        {
            { MunicipalityId: { } id } => (await turn.Db.Municipalities.FindAsync(id))?.Name,
            { SchoolId: { } id } => (await turn.Db.Schools.FindAsync(id))?.ShortName,
            _ => null,
        };

    /// <param name="argument">«m:(municipality)», «s:(school)» or «all».</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!IsFor(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (name == Choose)
            return Reply.With(turn.Say("me.now.ask") with { Choices = await Options(turn) });
        var now = Read(argument);
        if (now is not null && !now.IsOf(turn.Who) || now is null && argument != Everything)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        (person.NowMunicipalityId, person.NowSchoolId) = (now?.MunicipalityId, now?.SchoolId);
        return Reply.With(
            turn.EditPressed(
                await NameOf(turn, now) is { } place
                    ? turn.Text("me.now.set", ("place", place))
                    : turn.Text("me.now.setAll")
            )
        );
    }

    private static BusyWith? Read(string argument) =>
        argument.Split(':', 2) is [[var kind], var id]
            ? kind switch
            {
                Municipality => new BusyWith(id, null),
                School => new BusyWith(null, id),
                _ => null,
            }
            : null;

    private static async Task<IReadOnlyList<IReadOnlyList<Choice>>> Options(TurnContext turn)
    {
        var (places, own) = (turn.Who.MaySee.Municipalities, turn.Who.MaySee.Schools);
        var municipalities = await turn
            .Db.Municipalities.Where(row => places.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        var schools = await turn
            .Db.Schools.Where(row => own.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ShortName);
        var choices = municipalities
            .OrderBy(row => row.Value, Texts.RussianOrder.Names)
            .Select(row => new Choice(row.Value, $"{Set}:{Municipality}:{row.Key}"))
            .Concat(
                schools
                    .OrderBy(row => row.Value, Schools.School.ByShortName)
                    .Select(row => new Choice(row.Value, $"{Set}:{School}:{row.Key}"))
            )
            .Append(turn.Button("me.now.everything", $"{Set}:{Everything}"));
        return [.. choices.Select(IReadOnlyList<Choice> (choice) => [choice])];
    }
}
