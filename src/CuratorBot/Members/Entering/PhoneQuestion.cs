using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.People;

namespace CuratorBot.Members.Entering;

/// <summary>
/// Her own number, shared by the messenger's button: one that was typed, passed on or is another's proves nothing.
/// </summary>
public sealed class PhoneQuestion(string key) : Question(key)
{
    public override ValueTask<Prompt> Ask(Asking asking) =>
        new(new Prompt(asking.Text("ask"), [], asking.Text("share").Text));

    public override ValueTask<Reading> Read(Asking asking)
    {
        if (asking.Message is not { Kind: IncomingKind.Contact, Contact: { } contact })
            return new(new Reading.Refused(asking.Text("wantsContact")));
        var digits = string.Concat(contact.Phone.Where(char.IsAsciiDigit));
        var isHers = contact.AccountId == asking.Message.AccountId && !asking.Message.IsForwarded;
        if (!isHers || digits.Length == 0)
            return new(new Reading.Refused(asking.Text("notYours")));
        // The messenger gives numbers to some that no plan of the world has.
        var phone = PhoneNumber.Read($"+{digits}", out var known) == PhoneProblem.None ? known : $"+{digits}";
        return new(new Reading.Taken(new Answer(phone, phone)));
    }
}
