using CuratorBot.Conversations.Forms;

namespace CuratorBot.Fields;

/// <summary>
/// When a field is asked. Unless it says otherwise, in its turn and of everybody; so do all fields of registers,
/// whose tables have one column for each.
/// </summary>
public abstract partial class Field
{
    private bool _isFurther;
    private Func<AnswerSheet, bool>? _isAsked;
    private Func<AnswerSheet, bool>? _applies;
    private Func<AnswerSheet, string?>? _words;

    /// <summary>Not asked, only offered beside the summary.</summary>
    public Field Offered() => AskedIf(_ => false);

    /// <summary>Where it is only offered, it is so behind «Ещё».</summary>
    public Field Further() => With(() => _isFurther = true);

    /// <summary>Asked in its turn only where the answers so far call for it; elsewhere it is offered.</summary>
    public Field AskedIf(Func<AnswerSheet, bool> isAsked) => With(() => _isAsked = isAsked);

    /// <summary>Has no meaning where the answers so far say otherwise.</summary>
    public Field OnlyIf(Func<AnswerSheet, bool> applies) => With(() => _applies = applies);

    /// <summary>Other words where the answers so far call for them; null for the usual ones.</summary>
    public Field Words(Func<AnswerSheet, string?> words) => With(() => _words = words);

    /// <summary>All questions that ask for it; none for what follows from other fields.</summary>
    public virtual IReadOnlyList<Question> Questions() => [Ask()];

    public Question Ask()
    {
        var question = MayBeDash || MayNotApply ? new OrNothingQuestion(Asked(), this) : Asked();
        question.Optional = IsOptional;
        question.Further = _isFurther;
        question.WordsWhen = _words;
        if (_isAsked is { } isAsked)
            question.OnRequestWhen = sheet => !isAsked(sheet);
        if (_applies is { } applies)
            question.When = applies;
        return question;
    }

    protected abstract Question Asked();
}
