using CuratorBot.Messaging;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Reminders;

/// <summary>The parts of a card, in their order.</summary>
public enum CardPart
{
    Own,
    Team,
    Schools,
    Municipalities,
}

/// <summary>One line of a card: an obligation and what it is to the reader.</summary>
public sealed record CardLine(Obligation Obligation, Standing Standing)
{
    /// <summary>The deadline as the message said it; null where it says the present one.</summary>
    public DateOnly? SaidDueOn { get; init; }
    public bool IsMoved => SaidDueOn is { } said && said != Obligation.DueOn;

    /// <summary>The coordinator who had her reminded of it; null for what the ladder said.</summary>
    public long? AskedBy { get; init; }

    public CardPart Part =>
        Standing switch
        {
            Standing.Owner => CardPart.Own,
            Standing.Teammate => CardPart.Team,
            _ => Obligation.OwnerKind == OwnerKind.School ? CardPart.Schools : CardPart.Municipalities,
        };
}

/// <param name="Lines">In the order in which they stand; at most ten.</param>
/// <param name="AsOf">The local day of which it speaks.</param>
/// <param name="More">How many more deadlines are only summed up.</param>
public sealed record Card(IReadOnlyList<CardLine> Lines, DateOnly AsOf, int More)
{
    public const int MostLines = 10;

    /// <summary>One thing of her own reads as a simple reminder, without numbers.</summary>
    public bool IsSimple => Lines is [{ Standing: Standing.Owner }] && More == 0;
}

/// <summary>
/// How a reminder looks, always drawn anew from its lines: the open ones say how much time is left, the
/// closed ones who closed them, and only the open ones have a button.
/// </summary>
public sealed class CardText(TextCatalogue texts)
{
    private const int ButtonsInRow = 3;

    public RichText Text(Card card, CardFacts facts)
    {
        var text = card.IsSimple
            ? Line("one", card.Lines[0], card, facts, number: 1, showOwner: true)
            : Numbered(card, facts);
        return Asker(card, facts) is { } asker
            ? RichText.Lines(texts.Get("reminders.card.asked", ("who", asker)), "", text)
            : text;
    }

    private RichText Numbered(Card card, CardFacts facts)
    {
        var text = new RichTextBuilder();
        var own = card.Lines.Where(line => line.Standing == Standing.Owner).ToList();
        var owners = own.Select(line => facts.OwnerOf(line.Obligation)).Distinct().ToList();
        if (own.Count > 0)
            text.Line(
                owners is [var owner]
                    ? texts.Get("reminders.card.headOf", ("owner", owner))
                    : texts.Get("reminders.card.head")
            );
        AddLines(text, card, own, facts, showOwner: owners.Count > 1);
        var others = card.Lines.Where(line => line.Part != CardPart.Own);
        foreach (var part in others.GroupBy(line => line.Part))
        {
            (text.Length > 0 ? text.EmptyLine() : text).Line(texts.Get($"reminders.card.late{part.Key}"));
            AddLines(text, card, part, facts, showOwner: true);
        }
        if (card.More > 0)
            text.EmptyLine()
                .Line(texts.Get($"reminders.card.more{card.Lines[^1].Part}", ("count", card.More)));
        return text.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(Card card)
    {
        var open = card.Lines.Where(line => line.Obligation.IsOpen).ToList();
        if (open.Count == 0)
            return [];
        var buttons = open.Select(line => new Choice(
            card.IsSimple
                ? texts.Plain("reminders.card.done")
                : texts.Plain("reminders.card.doneNumber", ("number", NumberOf(card, line))),
            ObligationActions.DoneOf(line.Obligation)
        ));
        return
        [
            .. buttons.Chunk(ButtonsInRow).Select(IReadOnlyList<Choice> (row) => row),
            [new Choice(texts.Plain("reminders.card.tomorrow"), TomorrowAction.Name)],
        ];
    }

    private void AddLines(
        RichTextBuilder text,
        Card card,
        IEnumerable<CardLine> lines,
        CardFacts facts,
        bool showOwner
    )
    {
        foreach (var line in lines)
            text.Line(Line("line", line, card, facts, NumberOf(card, line), showOwner));
    }

    /// <summary>Those who asked for what is still open of it; null when nobody did.</summary>
    private string? Asker(Card card, CardFacts facts)
    {
        var askers = card
            .Lines.Where(line => line.Obligation.IsOpen)
            .Select(line => line.AskedBy)
            .OfType<long>()
            .Distinct()
            .Select(person => facts.NameOf(person) ?? texts.Plain("reminders.colleague"))
            .ToList();
        return askers.Count == 0 ? null : string.Join(", ", askers);
    }

    private static int NumberOf(Card card, CardLine line) => card.Lines.ToList().IndexOf(line) + 1;

    private RichText Line(string kind, CardLine line, Card card, CardFacts facts, int number, bool showOwner)
    {
        var obligation = line.Obligation;
        var state =
            obligation.IsOpen ? "open"
            : obligation.Outcome == Outcome.Done ? "closed"
            : $"{obligation.Outcome}";
        var owner = showOwner ? "Of" : "";
        var text = texts.Get(
            $"reminders.card.{kind}.{state}{owner}",
            ("number", number),
            ("when", When(line, card.AsOf)),
            ("title", facts.TaskOf(obligation).Title),
            ("owner", facts.OwnerOf(obligation)),
            ("doneOn", obligation.DoneOn),
            ("reason", obligation.Reason),
            ("who", facts.CloserOf(obligation) ?? texts.Plain("reminders.colleague"))
        );
        if (!obligation.IsOpen)
            return text;
        if (obligation.Reason is { } reason)
            text = RichText.Lines(text, texts.Get("reminders.card.reopened", ("reason", reason)));
        return Opening(facts.TaskOf(obligation), card.AsOf) is { } opening
            ? RichText.Lines(text, opening)
            : text;
    }

    /// <summary>When it cannot be done yet: from when on it can; null otherwise.</summary>
    private RichText? Opening(ProjectTask task, DateOnly asOf) =>
        task.StartsOn is not { } day || day < asOf || (day == asOf && task.OpensAt is null)
            ? null
            : texts.Get(
                task.OpensAt is null ? "reminders.opens.day"
                    : day == asOf ? "reminders.opens.today"
                    : "reminders.opens.hour",
                ("date", day),
                ("hour", task.OpensAt is { } hour ? $"{hour:HH:mm}" : "")
            );

    private RichText When(CardLine line, DateOnly asOf)
    {
        var obligation = line.Obligation;
        if (line.IsMoved)
            return texts.Get("reminders.when.moved", ("before", line.SaidDueOn), ("date", obligation.DueOn));
        var daysLeft = Steps.DaysLeft(obligation.DueOn, asOf);
        var key =
            daysLeft < 0 ? "overdue"
            : daysLeft == 0 ? "today"
            : daysLeft == 1 ? "tomorrow"
            : "ahead";
        return texts.Get($"reminders.when.{key}", ("days", Math.Abs(daysLeft)), ("date", obligation.DueOn));
    }
}
