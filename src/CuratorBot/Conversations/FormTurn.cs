using System.Globalization;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations;

/// <summary>One turn within one form: reads the answer, moves the session, shows what comes next.</summary>
internal sealed class FormTurn(TurnContext turn, Form form, Session session, AnswerSheet sheet)
{
    private readonly Turn _reply = new();

    private Question? Current => form.Find(session.Step);

    private Asking About(Question question) => new(turn, form, sheet, question);

    /// <summary>Asks the next open question, or shows the summary, or submits a form that has none.</summary>
    public async Task<Turn> Advance(RichText? before = null)
    {
        sheet.Correcting = false;
        var next = form.NextOf(sheet);
        if (next is null && !form.HasSummary)
            return await Submit();
        session.Step = next?.Key ?? FormEngine.SummaryStep;
        sheet.Failures = 0;
        sheet.Page = 0;
        sheet.Search = null;
        return await Show(before);
    }

    /// <summary>Shows the current question or the summary as a new message.</summary>
    public async Task<Turn> Show(RichText? before = null)
    {
        session.Turn++;
        var card = Current is { } question
            ? await FormCards.Question(About(question), session, before)
            : Under(before, FormCards.Summary(turn, form, session, sheet));
        return Keep(card);
    }

    /// <summary>What the current question is about, and the question again.</summary>
    public Task<Turn> Explain()
    {
        DropOldButtons();
        if (Current is not { } question)
        {
            _reply.Then(turn.Say("forms.helpAtSummary"));
            return Show();
        }
        var general = turn.Text("forms.help");
        return Show(
            About(question).HasText("help")
                ? RichText.Lines(About(question).Text("help"), "", general)
                : general
        );
    }

    public async Task<Turn> Read()
    {
        if (turn.Message.IsEdit)
            return await Revise();
        var question = FileQuestion() ?? Current;
        if (question is null)
            return await ShowAnew(turn.Text("forms.summaryWaits"));
        var reading = await question.Read(About(question));
        return reading switch
        {
            Reading.Growing growing => await Grow(question, growing),
            Reading.Taken taken => await Take(
                question,
                taken.Answer with
                {
                    MessageId = turn.Message.MessageId,
                }
            ),
            Reading.Refused refused when question != Current => Keep(turn.Say(refused.Why), isCard: false),
            Reading.Refused refused => await Refuse(question, refused),
            _ => await ShowAnew(),
        };
    }

    /// <summary>Shows it at the end of the chat and takes the buttons of the earlier card away.</summary>
    public Task<Turn> ShowAnew(RichText? before = null)
    {
        DropOldButtons();
        return Show(before);
    }

    public async Task<Turn> Press(string verb, string value)
    {
        switch (verb)
        {
            case "cancel":
                turn.Db.Sessions.Remove(session);
                MarkPressed(turn.Texts.Plain("forms.cancelledMark"));
                return _reply.Then(turn.Say("forms.cancelled") with { RemovesContactButton = true });
            case "back":
                MarkPressed(null);
                return await Back();
            case "skip" when Current is { } skipped && (skipped.Optional || skipped.IsOnRequest(sheet)):
                MarkPressed(turn.Texts.Plain(About(skipped).KeyOf("skipped") ?? "forms.skippedMark"));
                sheet.Answers.Remove(skipped.Key);
                if (!skipped.IsOnRequest(sheet))
                    sheet.Skipped.Add(skipped.Key);
                return await Advance();
            case "page" when int.TryParse(value, CultureInfo.InvariantCulture, out var page):
                sheet.Page = page;
                return await Redraw();
            case "pick" when Current is { } question:
                return await Pick(question, value);
            case "choose" when session.Step == FormEngine.SummaryStep:
                MarkPressed(null);
                session.Turn++;
                return Keep(FormCards.Corrections(turn, form, session, sheet));
            case "summary":
                MarkPressed(null);
                return await Advance();
            case "fix" when form.Find(value) is { } wrong:
                MarkPressed(null);
                sheet.Correcting = true;
                session.Step = wrong.Key;
                sheet.Failures = 0;
                return await Show();
            case "send" when session.Step == FormEngine.SummaryStep && form.NextOf(sheet) is null:
                MarkPressed(null);
                return await Submit();
            default:
                return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        }
    }

    private async Task<Turn> Pick(Question question, string value)
    {
        switch (await question.Pick(About(question), value))
        {
            case Reading.Taken taken:
                MarkPressed(taken.Answer.Shown);
                return await Take(question, taken.Answer);
            case Reading.Refused refused:
                MarkPressed(null);
                return await Refuse(question, refused);
            default:
                return await Redraw();
        }
    }

    private async Task<Turn> Take(Question question, Answer answer)
    {
        DropOldButtons();
        sheet.Answers[question.Key] = answer;
        sheet.Skipped.Remove(question.Key);
        return await Advance();
    }

    private async Task<Turn> Grow(Question question, Reading.Growing growing)
    {
        sheet.Answers[question.Key] = growing.Answer;
        sheet.Skipped.Remove(question.Key);
        var sameAlbum = turn.Message.AlbumId is { } album && album == sheet.Album && sheet.Card is not null;
        var target = sheet.Card;
        sheet.Album = turn.Message.AlbumId;
        session.Turn++;
        var card = Current is { } current
            ? await FormCards.Question(About(current), session, growing.Tally)
            : Under(growing.Tally, FormCards.Summary(turn, form, session, sheet));
        if (sameAlbum)
            card = card with { Kind = OutgoingKind.Edit, Target = target };
        else
            DropOldButtons();
        return Keep(card);
    }

    private static OutgoingMessage Under(RichText? before, OutgoingMessage summary) =>
        before is null ? summary : summary with { Text = RichText.Lines(before, "", summary.Text) };

    private async Task<Turn> Refuse(Question question, Reading.Refused refused)
    {
        sheet.Failures++;
        DropOldButtons();
        var why = refused.Why;
        if (sheet.Failures >= 2 && About(question).HasText("help"))
            why = RichText.Lines(why, "", About(question).Text("help"));
        return await Show(why);
    }

    /// <summary>An edited message of hers revises the answer that it gave; later answers stay.</summary>
    private async Task<Turn> Revise()
    {
        var given = sheet.Answers.FirstOrDefault(pair => pair.Value.MessageId == turn.Message.MessageId);
        if (given.Key is null || form.Find(given.Key) is not { } question)
            return Turn.Nothing;
        switch (await question.Read(About(question)))
        {
            case Reading.Taken taken:
                sheet.Answers[given.Key] = taken.Answer with { MessageId = turn.Message.MessageId };
                DropOldButtons();
                return await AfterRevision(turn.Text("forms.revised", ("answer", taken.Answer.Shown)));
            case Reading.Refused refused:
                return Turn.Reply(turn.Say(RichText.Lines(turn.Text("forms.notRevised"), refused.Why)));
            default:
                return Turn.Reply(turn.Say("forms.reviseByButton"));
        }
    }

    /// <summary>What is asked stays asked, unless the revised answer made another question due.</summary>
    private Task<Turn> AfterRevision(RichText revised) =>
        Current is { } current && current.When(sheet) ? Show(revised) : Advance(revised);

    private async Task<Turn> Back()
    {
        if (!sheet.Correcting)
        {
            if (form.AskedBefore(session.Step, sheet).LastOrDefault() is { } before)
            {
                session.Step = before.Key;
                sheet.Answers.Remove(before.Key);
                sheet.Skipped.Remove(before.Key);
                sheet.Failures = 0;
                sheet.Page = 0;
                sheet.Search = null;
                return await Show();
            }
        }
        return await Advance();
    }

    private async Task<Turn> Submit()
    {
        turn.Db.Sessions.Remove(session);
        var submitted = await form.Submit(turn, sheet);
        return _reply.Then(submitted);
    }

    /// <summary>The same question with another page or search, in the message that was pressed.</summary>
    private async Task<Turn> Redraw()
    {
        session.Turn++;
        var card = Current is { } question
            ? await FormCards.Question(About(question), session, before: null)
            : FormCards.Summary(turn, form, session, sheet);
        return turn.Pressed is { } pressed
            ? Keep(card with { Kind = OutgoingKind.Edit, Target = pressed.Message.Id })
            : Keep(card);
    }

    /// <summary>A file belongs to the form's question for files, whatever is being asked.</summary>
    private Question? FileQuestion() =>
        turn.Message.File is null ? null
        : Current is FilesQuestion or EvidenceQuestion ? Current
        : form.Applying(sheet).FirstOrDefault(question => question is FilesQuestion);

    private void MarkPressed(string? answer)
    {
        if (turn.Pressed is not { } pressed)
            return;
        var text = pressed.Message.Text;
        if (answer is not null)
            text = RichText.Lines(text, "", turn.Text("forms.chosen", ("answer", answer)));
        _reply.Then(turn.EditPressed(text));
    }

    /// <summary>
    /// An answer that is no press on the card leaves the card's buttons behind: take them away.
    /// </summary>
    private void DropOldButtons()
    {
        if (sheet.Card is { } card && card != turn.Pressed?.Message.Id)
            _reply.Then(
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = OutgoingKind.EditChoices,
                    Target = card,
                }
            );
        sheet.Card = null;
    }

    private Turn Keep(OutgoingMessage message, bool isCard = true)
    {
        if (isCard)
            sheet.Card = message.Id;
        if (isCard && message.Kind == OutgoingKind.Send && turn.Message.AlbumId is null)
            sheet.Album = null;
        session.Version = form.Version;
        session.Sheet = sheet.ToJson();
        session.UpdatedAt = turn.Now;
        return _reply.Then(message);
    }
}
