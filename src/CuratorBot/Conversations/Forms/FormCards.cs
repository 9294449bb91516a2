using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Forms;

/// <summary>How questions and summaries look: their texts and buttons.</summary>
internal static class FormCards
{
    public static string ActionOf(Session session, string verb, string value = "") =>
        $"{FormEngine.ActionName}:{session.Id}:{session.Turn}:{verb}:{value}";

    public static async Task<OutgoingMessage> Question(Asking asking, Session session, RichText? before)
    {
        var prompt = await asking.Question.Ask(asking);
        var text = before is null ? prompt.Text : RichText.Lines(before, "", prompt.Text);
        var rows = prompt
            .Options.Select(row =>
                (IReadOnlyList<Choice>)
                    [
                        .. row.Select(option => new Choice(
                            option.Label,
                            option.Action ?? ActionOf(session, Verb(option), Value(option))
                        )),
                    ]
            )
            .ToList();
        rows.Add(Navigation(asking, session));
        return asking.Turn.Say(text) with { Choices = rows, AsksContact = prompt.AsksContact };
    }

    /// <summary>An option whose value begins with «page=» turns pages instead of answering.</summary>
    public static Option PageOption(string label, int page) => new(label, $"{PagePrefix}{page}");

    private const string PagePrefix = "page=";

    private static string Verb(Option option) =>
        option.Value.StartsWith(PagePrefix, StringComparison.Ordinal) ? "page" : "pick";

    private static string Value(Option option) =>
        option.Value.StartsWith(PagePrefix, StringComparison.Ordinal)
            ? option.Value[PagePrefix.Length..]
            : option.Value;

    public static bool LeadsBack(Asking asking) =>
        asking.Sheet.Correcting || asking.Form.AskedBefore(asking.Question.Key, asking.Sheet).Any();

    public static bool MayBeSkipped(Asking asking) =>
        asking.Question.Optional
        || (asking.Question.IsOnRequest(asking.Sheet) && asking.Sheet.Settled(asking.Question.Key));

    public static string SkipLabel(Asking asking) =>
        asking.Turn.Texts.Plain(asking.KeyOf("skip") ?? "forms.skip");

    private static List<Choice> Navigation(Asking asking, Session session)
    {
        var turn = asking.Turn;
        var row = new List<Choice>();
        if (LeadsBack(asking))
            row.Add(turn.Button("forms.back", ActionOf(session, "back")));
        if (MayBeSkipped(asking))
            row.Add(new Choice(SkipLabel(asking), ActionOf(session, "skip")));
        row.Add(turn.Button("forms.cancel", ActionOf(session, "cancel")));
        return row;
    }

    public static async Task<OutgoingMessage> Summary(
        TurnContext turn,
        Form form,
        Session session,
        AnswerSheet sheet
    )
    {
        var text = new RichTextBuilder().Add(form.SummaryHead(turn, sheet)).EmptyLine();
        foreach (
            var question in form.Applying(sheet).Where(question => !question.Hidden && !question.IsUnshown)
        )
        {
            var label = new Asking(turn, form, sheet, question).Label;
            if (sheet.Answers.TryGetValue(question.Key, out var answer))
                text.Line(turn.Text("forms.answered", ("label", label), ("answer", answer.Shown)));
            else if (!question.IsOnRequest(sheet))
                text.Line(
                    new Asking(turn, form, sheet, question).KeyOf("skipped") is { } own
                        ? turn.Text("forms.answered", ("label", label), ("answer", turn.Texts.Plain(own)))
                        : turn.Text("forms.skipped", ("label", label))
                );
        }
        if (await form.SummaryNote(turn, sheet) is { } note)
            text.EmptyLine().Line(note);
        return turn.Say(text.Build()) with { Choices = SummaryChoices(turn, form, session, sheet) };
    }

    private static List<IReadOnlyList<Choice>> SummaryChoices(
        TurnContext turn,
        Form form,
        Session session,
        AnswerSheet sheet
    )
    {
        var rows = new List<IReadOnlyList<Choice>>
        {
            new[] { new Choice(turn.Texts.Plain(form.SendKey), ActionOf(session, "send")) },
        };
        var additions = Missing(form, sheet)
            .Where(question => !question.Further)
            .Select(question => Addition(new Asking(turn, form, sheet, question), session))
            .ToList();
        if (Missing(form, sheet).Any(question => question.Further))
            additions.Add(turn.Button("forms.more", ActionOf(session, "more")));
        rows.AddRange(additions.Chunk(2));
        rows.Add([
            turn.Button("forms.correct", ActionOf(session, "choose")),
            turn.Button("forms.cancel", ActionOf(session, "cancel")),
        ]);
        return rows;
    }

    /// <summary>What can be added beside the usual.</summary>
    public static OutgoingMessage Further(TurnContext turn, Form form, Session session, AnswerSheet sheet) =>
        turn.Say("forms.whatToAdd") with
        {
            Choices =
            [
                .. Missing(form, sheet)
                    .Where(question => question.Further)
                    .Select(question => Addition(new Asking(turn, form, sheet, question), session))
                    .Chunk(2)
                    .Select(IReadOnlyList<Choice> (row) => row),
                [turn.Button("forms.backToSummary", ActionOf(session, "summary"))],
            ],
        };

    private static IEnumerable<Question> Missing(Form form, AnswerSheet sheet) =>
        form.Applying(sheet).Where(question => question.IsOnRequest(sheet) && !sheet.Settled(question.Key));

    private static Choice Addition(Asking asking, Session session) =>
        new(
            asking.Turn.Texts.Plain("forms.add", ("label", asking.Label)),
            ActionOf(session, "fix", asking.Question.Key)
        );

    /// <summary>The summary again, with a button for each answer that can be corrected.</summary>
    public static OutgoingMessage Corrections(TurnContext turn, Form form, Session session, AnswerSheet sheet)
    {
        var buttons = form.Applying(sheet)
            .Where(question => !question.Hidden && sheet.Settled(question.Key))
            .Select(question => new Choice(
                new Asking(turn, form, sheet, question).Label,
                ActionOf(session, "fix", question.Key)
            ));
        return turn.Say("forms.whichToCorrect") with
        {
            Choices =
            [
                .. buttons.Chunk(2).Select(IReadOnlyList<Choice> (row) => row),
                [turn.Button("forms.backToSummary", ActionOf(session, "summary"))],
            ],
        };
    }
}
