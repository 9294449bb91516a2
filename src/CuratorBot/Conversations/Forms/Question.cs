using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Forms;

/// <summary>Something to choose: what the button says and the value it stands for.</summary>
public sealed record Option(string Label, string Value)
{
    /// <summary>Set where the button is no answer but leads elsewhere, out of the form.</summary>
    public string? Action { get; init; }
}

/// <summary>A question as it goes to the person: the text and the rows of options under it.</summary>
public sealed record Prompt(
    RichText Text,
    IReadOnlyList<IReadOnlyList<Option>> Options,
    string? AsksContact = null
)
{
    public Prompt(RichText text)
        : this(text, []) { }
}

/// <summary>What a question made of an input.</summary>
public abstract record Reading
{
    public sealed record Taken(Answer Answer) : Reading;

    /// <summary>The answer grew but may grow further (files): the question stays.</summary>
    public sealed record Growing(Answer Answer, RichText Tally) : Reading;

    /// <summary>A clear sentence that says what to do next.</summary>
    public sealed record Refused(RichText Why) : Reading;

    /// <summary>No answer yet, but the list of options is another one (page, search).</summary>
    public sealed record Narrowed : Reading;

    /// <summary>
    /// The answer is to be made in a form of its own. What that form returns
    /// (<see cref="Reply.Returns"/>) answers the question; if it is cancelled, the question is asked again.
    /// </summary>
    public sealed record Opens(string Form, AnswerSheet? Sheet = null) : Reading;

    /// <summary>Not meant as an answer: a tap on an empty place of a calendar.</summary>
    public sealed record Nothing : Reading;
}

/// <summary>What a question may look at.</summary>
public sealed record Asking(TurnContext Turn, Form Form, AnswerSheet Sheet, Question Question)
{
    public IncomingMessage Message => Turn.Message;

    /// <summary>The question's own text «form.key.name».</summary>
    public RichText Text(string name, params (string Name, object? Value)[] values) =>
        Turn.Texts.Get(KeyOf(name) ?? KeyFor(name), values);

    public bool HasText(string name) => KeyOf(name) is not null;

    /// <summary>
    /// Key of the question's own text; null when it has none of that name. From the second place of a
    /// repeating part on it may have other words, «form.key.nameMore».
    /// </summary>
    public string? KeyOf(string name) =>
        Question.Place > 1 && Turn.Texts.Has(KeyFor($"{name}More")) ? KeyFor($"{name}More")
        : Question.WordsWhen?.Invoke(Sheet) is { } own && Turn.Texts.Has($"{Form.Name}.{own}.{name}")
            ? $"{Form.Name}.{own}.{name}"
        : Turn.Texts.Has(KeyFor(name)) ? KeyFor(name)
        : Question.SharedWords is { } shared && Turn.Texts.Has($"{shared}.{name}") ? $"{shared}.{name}"
        : null;

    /// <summary>What the answer is called in the summary.</summary>
    public string Label =>
        Question.Place == 1
            ? Text("label").Text
            : Turn.Texts.Plain("forms.furtherLabel", ("label", Text("label")), ("number", Question.Place));

    private string KeyFor(string name) => $"{Form.Name}.{Question.Words}.{name}";
}

/// <summary>
/// One question of a form. Its words are the texts «form.key.ask», «form.key.label» (for the summary) and,
/// if there is more to say after two refused answers, «form.key.help». Where «Пропустить» would say too little,
/// «form.key.skip» names the button and «form.key.skipped» stands in the summary.
/// </summary>
public abstract class Question(string key)
{
    public string Key { get; } = key;

    /// <summary>
    /// Grows when the same words begin to mean something else: an answer that was given to an earlier
    /// version is asked for again.
    /// </summary>
    public int Version { get; init; } = 1;

    /// <summary>The middle part of the keys of its texts.</summary>
    public string Words { get; init; } = key;

    /// <summary>
    /// Other words where the answers so far call for them; what these lack, the usual ones say. Null: the usual.
    /// </summary>
    public Func<AnswerSheet, string?>? WordsWhen { get; internal set; }

    /// <summary>Where its words stand for all forms that ask it; each form may have its own. Null: in the form only.</summary>
    public string? SharedWords { get; init; }

    /// <summary>Its place in a <see cref="RepeatingPart"/>, from 1.</summary>
    public int Place { get; init; } = 1;

    /// <summary>May be passed over with «Пропустить».</summary>
    public bool Optional { get; internal set; }

    /// <summary>Not asked in its turn, only offered beside the summary.</summary>
    public bool OnRequest { get; init; }

    /// <summary>The same where it depends on the answers so far.</summary>
    public Func<AnswerSheet, bool>? OnRequestWhen { get; internal set; }

    /// <summary>Where it is on request, it is offered behind «Ещё» only.</summary>
    public bool Further { get; internal set; }

    public bool IsOnRequest(AnswerSheet sheet) => OnRequestWhen?.Invoke(sheet) ?? (OnRequest || Further);

    /// <summary>Whether the answers so far make it apply.</summary>
    public Func<AnswerSheet, bool> When { get; internal set; } = _ => true;

    /// <summary>Left out of the summary, and never corrected.</summary>
    public bool Hidden { get; init; }

    /// <summary>Left out of the summary, but among what can be corrected.</summary>
    public bool IsUnshown { get; init; }

    /// <summary>Whether a file, or a link, can be an answer to it.</summary>
    public virtual bool TakesFile => false;
    public virtual bool TakesLink => false;

    /// <summary>Whether such a file is fetched and stays with us; otherwise only the messenger has it.</summary>
    public virtual bool KeepsFile => false;

    /// <summary>Whether files belong to it whatever is being asked.</summary>
    public virtual bool TakesFilesAnytime => false;

    /// <summary>Whether it needs no asking any more.</summary>
    public virtual bool IsSettled(AnswerSheet sheet) => sheet.Settled(Key);

    public virtual ValueTask<Prompt> Ask(Asking asking) => new(new Prompt(asking.Text("ask")));

    /// <summary>Reads what she sent: text, contact or file.</summary>
    public abstract ValueTask<Reading> Read(Asking asking);

    /// <summary>Reads an option that she pressed. Rights are checked here again, not when it was offered.</summary>
    public virtual ValueTask<Reading> Pick(Asking asking, string value) =>
        new(new Reading.Refused(asking.Turn.Text("forms.stale")));
}
