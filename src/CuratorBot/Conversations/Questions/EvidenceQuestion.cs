using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>One link, or one document, that proves something is done.</summary>
public sealed class EvidenceQuestion(string key, bool wantsLink) : Question(key)
{
    public override bool TakesFile => !wantsLink;
    public override bool TakesLink => wantsLink;
    public override bool KeepsFile => !wantsLink;

    public override ValueTask<Reading> Read(Asking asking) =>
        new(wantsLink ? ReadLink(asking) : ReadDocument(asking));

    /// <summary>Whether a link that was taken could not be looked at.</summary>
    public static bool IsUnchecked(AnswerSheet sheet, string key) =>
        sheet.Note(UncheckedNote(key)) is not null;

    /// <summary>What cannot be looked at is taken all the same; what is surely wrong is not.</summary>
    private Reading ReadLink(Asking asking)
    {
        var turn = asking.Turn;
        if (LinkPreparation.LinkIn(turn.Message) is not { OriginalString: var link })
            return new Reading.Refused(turn.Text("forms.wantsLink"));
        var state =
            turn.Prepared is CheckedLink looked && looked.Link == link ? looked.State : LinkState.Unknown;
        if (state is LinkState.Gone or LinkState.NotPublic)
            return new Reading.Refused(turn.Text($"forms.link{state}"));
        if (state == LinkState.Unknown)
            asking.Sheet.Notes[UncheckedNote(Key)] = "";
        else
            asking.Sheet.Notes.Remove(UncheckedNote(Key));
        return new Reading.Taken(new Answer(link, link));
    }

    private static string UncheckedNote(string key) => $"unchecked.{key}";

    private static Reading ReadDocument(Asking asking)
    {
        var turn = asking.Turn;
        if (asking.Message.File is not { } file)
            return new Reading.Refused(turn.Text("forms.wantsDocument"));
        if (file.Size > FilesQuestion.LargestBytes)
            return new Reading.Refused(FilesQuestion.TooBig(turn, file));
        if (WhyNotKept(turn) is { } why)
            return new Reading.Refused(why);
        var sent = new FilesQuestion.Stored([FilesQuestion.Sent(turn, file)]);
        return new Reading.Taken(new Answer(FilesQuestion.InSheet(sent), FilesQuestion.NameOf(turn, file)));
    }

    /// <summary>The document that was taken; null when none was.</summary>
    public static SheetFile? DocumentIn(AnswerSheet sheet, string key) =>
        FilesQuestion.FilesIn(sheet, key).Files.SingleOrDefault();

    /// <summary>Where only the place for files is full, the deadline does not wait for it: the messenger has the file.</summary>
    private static RichText? WhyNotKept(TurnContext turn) =>
        turn.Prepared is FetchedFile { Why: FileFetching.NoPlace } ? null : FilesQuestion.NotKept(turn);
}
