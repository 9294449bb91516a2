using System.Globalization;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Forms;

/// <summary>One turn within one form: reads the answer, moves the session, shows what comes next.</summary>
internal sealed partial class FormTurn
{
    private readonly DraftShelf _shelf;
    private readonly TurnContext _turn;
    private readonly Form _form;
    private readonly Session _session;
    private readonly AnswerSheet _sheet;
    private readonly Reply _reply = new();
    private readonly LastCard _card;

    public FormTurn(DraftShelf shelf, TurnContext turn, Form form, Session session, AnswerSheet sheet)
    {
        (_shelf, _turn, _form, _session, _sheet) = (shelf, turn, form, session, sheet);
        _card = new LastCard(turn, sheet, _reply);
    }

    private Question? Current => _form.Find(_session.Step);

    /// <summary>The form changed so that what was asked is asked no more: no answer can be meant for it.</summary>
    private bool IsOutdated => _session.Step.Length > 0 && !FormVersions.IsStillOpen(_form, _session, _sheet);

    private Asking About(Question question) => new(_turn, _form, _sheet, question);

    /// <summary>Asks the next open question, or shows the summary, or submits a form that has none.</summary>
    public async Task<Reply> Advance(RichText? before = null)
    {
        _sheet.Correcting = false;
        if (await _form.Review(_turn, _sheet) is { } gone)
            before = before is null ? gone : RichText.Lines(before, "", gone);
        var next = _form.NextOf(_sheet);
        if (next is null && !_form.HasSummary)
            return await Submit();
        Stand(at: next?.Key ?? FormEngine.SummaryStep);
        _sheet.Search = next is null ? null : _sheet.Hints?.GetValueOrDefault(next.Key);
        return await Show(before);
    }

    /// <summary>Asks for a correction of one answer; if there is no such question any more, as usual.</summary>
    public Task<Reply> Correct(string key, RichText? before)
    {
        if (_form.Find(key) is not { } question || !question.When(_sheet))
            return Advance(before);
        Stand(at: key);
        _sheet.Correcting = true;
        return Show(before);
    }

    /// <summary>Shows it at the end of the chat and takes the buttons of the earlier card away.</summary>
    public Task<Reply> ShowAnew(RichText? before = null)
    {
        _card.DropButtons();
        return IsOutdated ? Advance(before) : Show(before);
    }

    /// <summary>What the current question is about, and the question again.</summary>
    public Task<Reply> Explain()
    {
        if (Current is not { } question || IsOutdated)
            return ShowAnew(_turn.Text("forms.helpAtSummary"));
        var general = _turn.Text("forms.help");
        return ShowAnew(
            About(question).HasText("help")
                ? RichText.Lines(About(question).Text("help"), "", general)
                : general
        );
    }

    public async Task<Reply> Read()
    {
        if (_turn.Message.IsEdit)
            return await Revise();
        var question = FileQuestion() ?? Current;
        if (IsOutdated && question is not { TakesFilesAnytime: true })
            return await ShowAnew();
        if (TypedButton(question) is { } verb)
            return await Press(verb, "");
        if (question is null)
            return await ShowAnew(_turn.Text("forms.summaryWaits"));
        return await question.Read(About(question)) switch
        {
            Reading.Growing growing => await Grow(question, growing),
            Reading.Taken taken => await Take(
                question,
                taken.Answer with
                {
                    MessageId = _turn.Message.MessageId,
                }
            ),
            Reading.Opens opens => Enter(opens),
            Reading.Refused refused when question != Current => Keep(_turn.Say(refused.Why), isCard: false),
            Reading.Refused refused => await Refuse(question, refused),
            _ => await ShowAnew(),
        };
    }

    /// <param name="Cancel">Words as good as «Отменить».</param>
    private sealed record ButtonWords(string[] Cancel, string[] Back, string[] Skip);

    private static readonly ButtonWords Words = EmbeddedJson.Read<ButtonWords>("button-words");

    /// <summary>
    /// Which of the buttons below the question she typed the words of; null for none. What somebody else wrote is
    /// never a press.
    /// </summary>
    private string? TypedButton(Question? question)
    {
        if (_turn.Message is not { Kind: IncomingKind.Text, IsForwarded: false, Text: { } text })
            return null;
        var typed = TypedText.OneLine(text).TrimEnd('.', '!');
        bool IsOne(IEnumerable<string> words) =>
            words.Contains(typed, StringComparer.CurrentCultureIgnoreCase);
        if (IsOne(Words.Cancel))
            return "cancel";
        if (question is null)
            return null;
        if (IsOne(Words.Back) && FormCards.LeadsBack(About(question)))
            return "back";
        return
            FormCards.MayBeSkipped(About(question))
            && IsOne([.. Words.Skip, FormCards.SkipLabel(About(question))])
            ? "skip"
            : null;
    }

    public async Task<Reply> Press(string verb, string value)
    {
        if (verb == "cancel")
        {
            _card.MarkPressed(_turn.Texts.Plain("forms.cancelledMark"));
            return await Cancel();
        }
        if (IsOutdated)
        {
            _card.MarkPressed(null);
            return await Advance();
        }
        switch (verb)
        {
            case "back":
                _card.MarkPressed(null);
                return await Back();
            case "skip" when Current is { } skipped && (skipped.Optional || skipped.IsOnRequest(_sheet)):
                _card.MarkPressed(_turn.Texts.Plain(About(skipped).KeyOf("skipped") ?? "forms.skippedMark"));
                return await Skip(skipped);
            case "page" when int.TryParse(value, CultureInfo.InvariantCulture, out var page) && page >= 0:
                _sheet.Page = page;
                return await Redraw();
            case "pick" when Current is { } question:
                return await Pick(question, value);
            case "choose" when _session.Step == FormEngine.SummaryStep:
                _card.MarkPressed(null);
                _session.Turn++;
                return Keep(FormCards.Corrections(_turn, _form, _session, _sheet));
            case "more" when _session.Step == FormEngine.SummaryStep:
                _card.MarkPressed(null);
                _session.Turn++;
                return Keep(FormCards.Further(_turn, _form, _session, _sheet));
            case "summary":
                _card.MarkPressed(null);
                return await Advance();
            case "fix" when _form.Find(value) is { } wrong && wrong.When(_sheet):
                _card.MarkPressed(null);
                Stand(at: wrong.Key);
                _sheet.Correcting = true;
                return await Show();
            case "send" when _session.Step == FormEngine.SummaryStep && _form.NextOf(_sheet) is null:
                _card.MarkPressed(null);
                return await Submit();
            default:
                return Reply.OnlyToast(_turn.Texts.Plain("forms.stale"));
        }
    }

    /// <summary>Ends the form; a sub-dialogue leads back to the question that opened it.</summary>
    public async Task<Reply> Cancel()
    {
        if (_sheet.Outer is not null)
        {
            _card.DropButtons();
            return Leave(_sheet.Outer, answer: null, _turn.Text("forms.backToOuter"));
        }
        DraftShelf.DropCard(_turn, _session, _reply);
        return _reply.Then(await _shelf.Cancel(_turn, _session));
    }

    private async Task<Reply> Back()
    {
        if (_sheet.Correcting || _form.AskedBefore(_session.Step, _sheet).LastOrDefault() is not { } before)
            return await Advance();
        Stand(at: before.Key);
        _sheet.Forget(before.Key);
        return await Show();
    }

    private async Task<Reply> Submit()
    {
        if (LetGoOfFiles() is { } gone)
            _reply.Then(_turn.Say(gone));
        _form.ForgetWhatDoesNotApply(_sheet);
        if (_sheet.Outer is { } outer)
        {
            var inner = await _form.Submit(_turn, _sheet);
            _reply.Then(inner);
            return Leave(outer, inner.Returned, before: null);
        }
        _turn.Db.Sessions.Remove(_session);
        _reply.Then(await _form.Submit(_turn, _sheet));
        return _reply.Next is null ? _reply.Then(await _shelf.OfferWaiting(_turn)) : _reply;
    }

    /// <summary>Shows the current question or the summary as a new message.</summary>
    private async Task<Reply> Show(RichText? before = null)
    {
        foreach (var said in new[] { MovedOn(), LetGoOfFiles() }.OfType<RichText>())
            before = before is null ? said : RichText.Lines(before, "", said);
        _sheet.OpenVersion = Current?.Version ?? 0;
        return Keep(await NextCard(before));
    }

    /// <summary>Once after a change of the form: her answers are there, and here it goes on.</summary>
    private RichText? MovedOn()
    {
        if (_session.Version == _form.Version)
            return null;
        _session.Version = _form.Version;
        var (step, steps) = _form.ProgressAt(_session.Step, _sheet);
        return _sheet.IsBegun ? _turn.Text("forms.movedOn", ("step", step), ("steps", steps)) : null;
    }

    /// <summary>The same question with another page or search, in the message that was pressed.</summary>
    private async Task<Reply> Redraw()
    {
        var card = await NextCard(before: null);
        return Keep(
            _turn.Pressed is { } pressed
                ? card with
                {
                    Kind = OutgoingKind.Edit,
                    Target = pressed.Message.Id,
                }
                : card
        );
    }

    private async Task<OutgoingMessage> NextCard(RichText? before)
    {
        _session.Turn++;
        var card = await CardBelow(before);
        return card with { RemarkLength = before?.Length ?? 0 };
    }

    private async Task<OutgoingMessage> CardBelow(RichText? before)
    {
        if (Current is { } question)
            return await FormCards.Question(About(question), _session, before);
        await _form.PrepareSummary(_turn, _sheet);
        var summary = await FormCards.Summary(_turn, _form, _session, _sheet);
        return before is null ? summary : summary with { Text = RichText.Lines(before, "", summary.Text) };
    }

    private void Stand(string at)
    {
        _session.Step = at;
        _sheet.Failures = 0;
        _sheet.Page = 0;
        _sheet.Search = null;
    }

    private Reply Keep(OutgoingMessage message, bool isCard = true)
    {
        if (isCard)
        {
            message = message with { StateOf = _session.Id };
            _card.Become(message);
        }
        _session.Keep(_sheet);
        _shelf.Touch(_session, _turn.Now);
        return _reply.Then(message);
    }
}
