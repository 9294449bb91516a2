using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Messaging;

namespace CuratorBot.Members.Entering;

/// <summary>How to call her: one line of 2 to 100 characters with at least one letter.</summary>
public sealed class NameQuestion(string key) : Question(key)
{
    public const int Shortest = 2;
    public const int Longest = 100;

    public override ValueTask<Reading> Read(Asking asking)
    {
        var (turn, name) = (asking.Turn, TypedText.OneLine(asking.Message.Text));
        if (asking.Message.Kind != IncomingKind.Text || name.Length == 0)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        if (name.Length > Longest)
            return new(
                new Reading.Refused(turn.Text("forms.tooLong", ("length", name.Length), ("longest", Longest)))
            );
        if (name.Length < Shortest || !name.Any(char.IsLetter))
            return new(new Reading.Refused(asking.Text("noName")));
        return new(new Reading.Taken(new Answer(name, name)));
    }
}
