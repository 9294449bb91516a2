using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Forms;

/// <summary>The last message with buttons of a form: only its buttons hold good, and only it keeps them.</summary>
internal sealed class LastCard(TurnContext turn, AnswerSheet sheet, Reply reply)
{
    /// <summary>Says in the pressed message what was chosen and takes its buttons away.</summary>
    public void MarkPressed(string? answer)
    {
        if (turn.Pressed is not null)
            reply.Then(
                turn.ClosePressed(answer is null ? null : turn.Text("forms.chosen", ("answer", answer)))
            );
    }

    /// <summary>
    /// An answer that is no press on the card leaves the card's buttons behind: take them away.
    /// </summary>
    public void DropButtons()
    {
        if (sheet.Card is { } card && card != turn.Pressed?.Message.Id)
            reply.Then(OutgoingMessage.WithoutButtons(turn.Ids.Next(), card));
        sheet.Card = null;
    }

    /// <summary>From now on it is this one.</summary>
    public void Become(OutgoingMessage message)
    {
        sheet.Card = message.Id;
        if (message.Kind == OutgoingKind.Send && turn.Message.AlbumId is null)
            sheet.Album = null;
    }
}
