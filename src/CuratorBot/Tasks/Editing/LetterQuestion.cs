using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Messaging;

namespace CuratorBot.Tasks.Editing;

/// <summary>What is to be done, in her words or in those of a letter; a date among them answers the next question.</summary>
internal sealed class LetterQuestion(string key, string dueKey) : Question(key)
{
    private const int LongestSentence = 1000;
    private const int LongestTitle = 300;
    private const int ShortestTitle = 5;

    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        var typed = TypedText.OneLine(asking.Message.Text);
        if (asking.Message.Kind != IncomingKind.Text || typed.Length == 0)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        if (typed.Length > LongestSentence)
            return new(TooLong(asking, typed.Length, LongestSentence));
        var letter = Letter.Read(typed, turn.Today);
        if (letter.Title.Length > LongestTitle)
            return new(TooLong(asking, letter.Title.Length, LongestTitle));
        if (letter.Title.Length < ShortestTitle)
            return new(new Reading.Refused(turn.Text("forms.tooShort", ("shortest", ShortestTitle))));
        if (letter.Due is { } due)
            Fill(asking, due);
        return new(new Reading.Taken(new Answer(letter.Title, letter.Title)));
    }

    /// <summary>A date that she gave herself stays.</summary>
    private void Fill(Asking asking, DateOnly due)
    {
        var sheet = asking.Sheet;
        if (sheet.Settled(dueKey) && !sheet.Given.Contains(dueKey))
            return;
        sheet.Give(dueKey, DateQuestion.Answered(asking.Turn, due));
    }

    private static Reading.Refused TooLong(Asking asking, int length, int longest) =>
        new(asking.Turn.Text("forms.tooLong", ("length", length), ("longest", longest)));
}
