using CuratorBot.Conversations.Turns;

namespace CuratorBot.Members.Consenting;

/// <summary>
/// A member who has not agreed to the newest text goes on reading, but nothing new is written about her: she
/// is asked first.
/// </summary>
public sealed class ConsentGate : IWritingGate
{
    public async Task<Reply?> Stop(TurnContext turn) =>
        turn.Who is { IsMember: true, Consented: false } ? Reply.With(await Consent.Ask(turn)) : null;
}
