using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.Texts;

namespace CuratorBot.Members.Consenting;

/// <summary>«Согласен», «Не согласен» and the text to read again.</summary>
public sealed class ConsentActions(Entrance entrance) : IAction
{
    public const string Agree = "consent.agree";
    public const string Refuse = "consent.refuse";
    public const string Read = "consent.read";

    public IEnumerable<string> Names => [Agree, Refuse, Read];
    public bool ReadsOnly => false;
    public bool IsForStrangers => true;
    public bool NeedsConsent => false;

    /// <param name="argument">Version of the text under which she pressed, and the invitation that she came with.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.Consented)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (name == Read)
            return Reply.With(turn.Say(Consent.Document(turn.Texts)));
        if (name == Refuse)
            return Reply.With(turn.EditPressed(await Refused(turn)));
        var (version, invitation) = Parse(argument);
        if (version != Consent.VersionOf(turn.Texts))
            return Reply.With(await Consent.Ask(turn, invitation)); // she read an older text
        await Consent.Give(turn);
        return Reply
            .With(turn.ClosePressed(turn.Text("consent.agreed")))
            .Then(invitation is { } found ? await entrance.GoOn(turn, found) : await entrance.ComeIn(turn));
    }

    private static (int? Version, long? Invitation) Parse(string argument)
    {
        var parts = argument.Split('.', 2);
        return (
            int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null,
            long.TryParse(
                parts.ElementAtOrDefault(1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var invitation
            )
                ? invitation
                : null
        );
    }

    private static async Task<RichText> Refused(TurnContext turn) =>
        turn.Text(
            await Consent.NewestOf(turn.Db, turn.Who.PersonId) is null
                ? "consent.refused"
                : "consent.refusedAgain"
        );
}
