using CuratorBot.Conversations.Forms;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Drafts;

/// <summary>
/// A saved form as it is spoken of: of a sub-dialogue, the outermost form, which is what she is about.
/// </summary>
public sealed record Draft(Session Session, Form Form, string Step, AnswerSheet Sheet)
{
    /// <summary>The sheet as it is stored: within a sub-dialogue, the inner one around this one.</summary>
    private AnswerSheet Stored { get; init; } = Sheet;

    public bool IsBegun => Stored.IsBegun;

    public Progress Progress => Form.ProgressAt(Step, Sheet);

    /// <returns>Null when its form is no more.</returns>
    public static Draft? Of(Session session, AllForms forms)
    {
        var stored = session.Answers();
        var (form, step, sheet) = (session.Form, session.Step, stored);
        while (sheet.Outer is { } outer)
            (form, step, sheet) = (outer.Form, outer.Step, outer.Sheet);
        return forms.Find(form) is { } found
            ? new Draft(session, found, step, sheet) { Stored = stored }
            : null;
    }

    /// <summary>Puts a changed sheet back where it lies.</summary>
    public void Save() => Session.Keep(Stored);

    /// <summary>«Отчёт о мероприятии: Посещение школы, СОШ №3».</summary>
    public RichText What(TextCatalogue texts)
    {
        var (title, about) = (texts.Plain($"{Form.Name}.title"), Form.About(Sheet));
        return about.Length == 0 ? title : texts.Get("drafts.what", ("title", title), ("about", about));
    }

    /// <summary>One of the texts that say what it is and how far it has come.</summary>
    public RichText Say(TextCatalogue texts, string key, params (string Name, object? Value)[] more) =>
        texts.Get(key, [("what", What(texts)), ("step", Progress.Step), ("steps", Progress.Steps), .. more]);
}
