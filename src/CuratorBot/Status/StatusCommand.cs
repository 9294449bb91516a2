using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Status;

/// <summary>«/status Кузнецк» shows a municipality or a school; without a name, what is her own.</summary>
internal sealed class StatusCommand(
    MunicipalityAnswers municipalities,
    SchoolAnswers schools,
    OverviewAnswers overview,
    NameAnswers names
) : ICommand
{
    public const string CommandName = "status";

    /// <summary>Argument of the button that passes over what she is busy with.</summary>
    private const string Everything = "*";

    /// <summary>Her own schools that are shown at once; of more she gets buttons.</summary>
    private const int MostCards = 3;

    public string Name => CommandName;
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Reply> Take(TurnContext turn, string argument) =>
        argument.Length == 0 && turn.Who.Now is { } now && await BusyWith(turn, now) is { } shown ? shown
        : argument.Length > 0 && argument != Everything ? await Named(turn, argument)
        : turn.Who.MaySee.IsWide ? await OwnMunicipalities(turn)
        : await OwnSchools(turn);

    /// <summary>What she is busy with, and a button to all the rest.</summary>
    private async Task<Reply?> BusyWith(TurnContext turn, BusyWith now)
    {
        var card = now.SchoolId is { } school
            ? await schools.Card(turn, school)
            : (await municipalities.Find(turn, now.MunicipalityId!))?.Say(turn);
        return card is null
            ? null
            : Reply.With(
                card with
                {
                    Choices =
                    [
                        .. card.Choices,
                        [turn.Button("status.everything", $"{Buttons.OwnStatus}{Everything}")],
                    ],
                }
            );
    }

    private async Task<Reply> OwnMunicipalities(TurnContext turn)
    {
        var scope = turn.Who.MaySee;
        if (scope.OnlyMunicipality is not { } only)
            return Reply.With((await overview.Find(turn, scope, wanted: 0)).Say(turn));
        var answer = await municipalities.Find(turn, only);
        return answer is null ? Refusal.Of(turn, Buttons.OwnStatus) : Reply.With(answer.Say(turn));
    }

    private async Task<Reply> OwnSchools(TurnContext turn)
    {
        var ids = turn.Who.MaySee.Schools;
        if (ids.Count > MostCards)
            return Reply.With(await schools.Own(turn, wanted: 0));
        var cards = new Reply();
        foreach (var id in ids)
            if (await schools.Card(turn, id) is { } card)
                cards.Then(card);
        return cards;
    }

    /// <summary>The same as with the command; null when it is no name of what she may see.</summary>
    public Task<Reply?> Known(TurnContext turn, string typed) => names.Known(turn, typed, EitherKind);

    private Task<Reply> Named(TurnContext turn, string typed) => names.Answer(turn, typed, EitherKind);

    private NameAsked EitherKind =>
        new(
            Sought.Either,
            Buttons.OwnStatus,
            named => $"{(named.Kind == Sought.School ? Buttons.School : Buttons.Municipality)}:{named.Id}",
            Show
        );

    private async Task<Reply> Show(TurnContext turn, Named named)
    {
        var answer =
            named.Kind == Sought.School
                ? await schools.Card(turn, named.Id)
                : (await municipalities.Find(turn, named.Id))?.Say(turn);
        return answer is null ? Refusal.Of(turn, Buttons.OwnStatus) : Reply.With(answer);
    }
}
