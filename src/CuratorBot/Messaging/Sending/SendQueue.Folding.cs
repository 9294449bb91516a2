namespace CuratorBot.Messaging.Sending;

/// <content>What need not be said any more does not wait in its chat.</content>
internal sealed partial class SendQueue
{
    /// <summary>Takes out what the message replaces; true when it is the message that need not be said.</summary>
    private bool Fold(Chat chat, QueuedMessage message)
    {
        var replies = chat.Lanes[(int)Lane.Reply];
        for (var place = replies.First; place is not null; )
        {
            var (earlier, next) = (place.Value, place.Next);
            if (message.Repeats(earlier))
            {
                earlier.Unsay(message);
                return true;
            }
            if (message.Replaces(earlier))
            {
                message.TakePlaceOf(earlier);
                Remove(replies, place);
            }
            else if (message.SaidInstead.Any(earlier.OnlyEdits))
            {
                message.Unsay(earlier);
                Remove(replies, place);
            }
            place = next;
        }
        return false;
    }

    private void Remove(LinkedList<QueuedMessage> replies, LinkedListNode<QueuedMessage> place)
    {
        replies.Remove(place);
        _waiting.Remove(place.Value.Row.Id);
    }
}
