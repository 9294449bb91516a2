using System.Globalization;
using CuratorBot.Conversations;

namespace CuratorBot.People;

/// <summary>«Согласен» and «Не согласен».</summary>
public sealed class ConsentActions(Entrance entrance) : IAction
{
    public const string Agree = "consent.agree";
    public const string Refuse = "consent.refuse";

    public IEnumerable<string> Names => [Agree, Refuse];
    public bool ReadsOnly => false;
    public bool IsForStrangers => true;

    /// <param name="argument">Id of the invitation that she came with; empty without one.</param>
    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.Consented)
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (name == Refuse)
            return Turn.Reply(turn.EditPressed(turn.Text("consent.refused")));
        var person = await turn.Db.People.FindAsync(turn.Who.PersonId);
        Consent.Give(turn, person!);
        var marked = Turn.Reply(turn.EditPressed(Agreed(turn)));
        return marked.Then(
            long.TryParse(argument, CultureInfo.InvariantCulture, out var invitation)
                ? await entrance.GoOn(turn, invitation)
                : await entrance.ComeIn(turn)
        );
    }

    private static Texts.RichText Agreed(TurnContext turn) =>
        Texts.RichText.Lines(turn.Pressed!.Message.Text, "", turn.Text("consent.agreed"));
}
