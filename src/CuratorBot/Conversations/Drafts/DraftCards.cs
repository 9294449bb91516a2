using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Drafts;

/// <summary>How drafts are listed and asked about.</summary>
internal static class DraftCards
{
    private const int PageSize = 5;

    /// <summary>What each is about and how far it has come, with a way on and a way out.</summary>
    public static async Task<OutgoingMessage> List(DraftShelf shelf, TurnContext turn, int page)
    {
        var drafts = (await shelf.Of(turn)).Where(draft => draft.IsBegun).ToList();
        if (drafts.Count == 0)
            return turn.Say("drafts.none");
        var shown = Page.Nearest(page, PageSize, drafts.Count);
        var numbered = shown
            .Of(drafts)
            .Select((draft, place) => (draft, number: shown.From + place + 1))
            .ToList();
        var lines = numbered.Select(one => Line(turn, one.draft, one.number));
        var rows = numbered.Select(IReadOnlyList<Choice> (one) => Buttons(turn, one.draft, one.number));
        return turn.Say(RichText.Lines([turn.Text("drafts.head"), .. lines])) with
        {
            Choices = [.. rows, .. shown.Turning(turn, number => $"{DraftActions.List}:{number}")],
        };
    }

    /// <summary>A new one, or one of those that were begun?</summary>
    public static OutgoingMessage Begun(TurnContext turn, Form form, IReadOnlyList<Draft> begun, bool mayAdd)
    {
        IReadOnlyList<IReadOnlyList<Choice>> anew = mayAdd
            ?
            [
                [turn.Button($"{form.Name}.draft.anew", $"{DraftActions.Anew}:{form.Name}")],
            ]
            : [];
        return begun is [var only]
            ? turn.Say(
                only.Say(turn.Texts, $"{form.Name}.draft.ask", ("about", only.Form.About(only.Sheet)))
            ) with
            {
                Choices =
                [
                    [turn.Button($"{form.Name}.draft.resume", $"{DraftActions.Resume}:{only.Session.Id}")],
                    .. anew,
                ],
            }
            : turn.Say($"{form.Name}.draft.{(mayAdd ? "several" : "tooMany")}", ("count", begun.Count)) with
            {
                Choices =
                [
                    [turn.Button("drafts.show", $"{DraftActions.List}:0")],
                    .. anew,
                ],
            };
    }

    /// <summary>The question before a draft is thrown away; the answer holds good for it as it is now.</summary>
    public static OutgoingMessage Sure(TurnContext turn, Draft draft) =>
        turn.EditPressed(
            draft.Say(turn.Texts, "drafts.sure"),
            [
                turn.Button(
                    "drafts.yes",
                    $"{DraftActions.RemoveForSure}:{draft.Session.Id}.{draft.Session.Turn}"
                ),
            ],
            [turn.Button("drafts.no", $"{DraftActions.List}:0")]
        );

    private static RichText Line(TurnContext turn, Draft draft, int number) =>
        draft.Say(
            turn.Texts,
            "drafts.line",
            ("number", number),
            ("until", LocalDays.Today(draft.Session.ExpiresAt, turn.Who.TimeZone))
        );

    private static List<Choice> Buttons(TurnContext turn, Draft draft, int number) =>
        [
            new(
                turn.Texts.Plain("drafts.resume", ("number", number)),
                $"{DraftActions.Resume}:{draft.Session.Id}"
            ),
            new(
                turn.Texts.Plain("drafts.remove", ("number", number)),
                $"{DraftActions.Remove}:{draft.Session.Id}"
            ),
        ];
}
