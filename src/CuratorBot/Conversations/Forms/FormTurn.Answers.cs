using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Forms;

/// <summary>What becomes of an answer.</summary>
internal sealed partial class FormTurn
{
    private async Task<Reply> Pick(Question question, string value)
    {
        switch (await question.Pick(About(question), value))
        {
            case Reading.Taken taken:
                _card.MarkPressed(taken.Answer.Shown);
                return await Take(question, taken.Answer);
            case Reading.Opens opens:
                _card.MarkPressed(null);
                return Enter(opens);
            case Reading.Refused refused:
                _card.MarkPressed(null);
                return await Refuse(question, refused);
            case Reading.Nothing:
                return Reply.Nothing;
            default:
                return await Redraw();
        }
    }

    private async Task<Reply> Take(Question question, Answer answer)
    {
        _card.DropButtons();
        _sheet.Put(question, answer);
        return await Advance();
    }

    private async Task<Reply> Skip(Question question)
    {
        if (question.TakesFilesAnytime)
            _reply.LetGoOf(FilesQuestion.KeptIn(_sheet, question.Key));
        if (question.IsOnRequest(_sheet))
            _sheet.Forget(question.Key);
        else
            _sheet.Skip(question);
        return await Advance();
    }

    private async Task<Reply> Grow(Question question, Reading.Growing growing)
    {
        _sheet.Put(question, growing.Answer);
        var sameAlbum =
            _turn.Message.AlbumId is { } album && album == _sheet.Album && _sheet.Card is not null;
        var target = _sheet.Card;
        _sheet.Album = _turn.Message.AlbumId;
        if (!sameAlbum)
            _card.DropButtons();
        if (IsOutdated)
            return await Advance(growing.Tally);
        var card = await NextCard(growing.Tally);
        return Keep(sameAlbum ? card with { Kind = OutgoingKind.Edit, Target = target } : card);
    }

    private async Task<Reply> Refuse(Question question, Reading.Refused refused)
    {
        _sheet.Failures++;
        _card.DropButtons();
        var why = refused.Why;
        if (_sheet.Failures >= 2 && About(question).HasText("help"))
            why = RichText.Lines(why, "", About(question).Text("help"));
        return await Show(why);
    }

    /// <summary>An edited message of hers revises the answer that it gave; later answers stay.</summary>
    private async Task<Reply> Revise()
    {
        if (_sheet.Opening == _turn.Message.MessageId)
            return await Reread();
        var given = _sheet.Answers.FirstOrDefault(pair => pair.Value.MessageId == _turn.Message.MessageId);
        if (given.Key is null || _form.Find(given.Key) is not { } question)
            return Reply.Nothing;
        switch (await question.Read(About(question)))
        {
            case Reading.Taken taken:
                _sheet.Put(question, taken.Answer with { MessageId = _turn.Message.MessageId });
                _card.DropButtons();
                return await AfterRevision(_turn.Text("forms.revised", ("answer", taken.Answer.Shown)));
            case Reading.Refused refused:
                return Reply.With(_turn.Say(RichText.Lines(_turn.Text("forms.notRevised"), refused.Why)));
            default:
                return Reply.With(_turn.Say("forms.reviseByButton"));
        }
    }

    private async Task<Reply> Reread()
    {
        if (!await _form.Reread(_turn, _sheet))
            return Reply.With(_turn.Say("forms.openingNotRead"));
        _card.DropButtons();
        var read = _turn.Text("forms.openingRead");
        return _sheet.Correcting && !IsOutdated ? await Show(read) : await Advance(read);
    }

    /// <summary>What is asked stays asked, unless the revised answer made another question due.</summary>
    private Task<Reply> AfterRevision(RichText revised) =>
        Current is { } && !IsOutdated ? Show(revised) : Advance(revised);

    /// <summary>
    /// Other answers wait until she sends, because she may yet come back to what they belong to; files that have
    /// no place go at once, and she is told.
    /// </summary>
    private RichText? LetGoOfFiles()
    {
        var gone = _form
            .Questions.Where(question => question.TakesFilesAnytime && !question.When(_sheet))
            .FirstOrDefault(question => _sheet.Answers.ContainsKey(question.Key));
        if (gone is null)
            return null;
        var said = About(gone).Text("letGo", ("files", _sheet.Shown(gone.Key)));
        _reply.LetGoOf(FilesQuestion.KeptIn(_sheet, gone.Key));
        _sheet.Forget(gone.Key);
        return said;
    }

    public bool TakesLink => Current is { TakesLink: true } && !IsOutdated;

    /// <summary>A file belongs to the form's question for files, whatever is being asked.</summary>
    public Question? FileQuestion() =>
        _turn.Message.File is null ? null
        : Current is { TakesFile: true } ? Current
        : _form.Applying(_sheet).FirstOrDefault(question => question.TakesFilesAnytime);
}
