namespace CuratorBot.Conversations;

/// <summary>One link, or one document, that proves something is done.</summary>
public sealed class EvidenceQuestion(string key, bool wantsLink) : Question(key)
{
    public override bool TakesFile => !wantsLink;
    public override bool TakesLink => wantsLink;

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
        var name = file.Name is null ? turn.Texts.Plain("forms.thePhoto") : TypedText.OneLine(file.Name);
        return file.Size > FilesQuestion.LargestBytes
            ? new Reading.Refused(turn.Text("forms.fileTooBig", ("name", name)))
            : new Reading.Taken(new Answer(file.Id, name));
    }
}
