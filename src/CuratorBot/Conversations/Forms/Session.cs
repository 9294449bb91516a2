using CuratorBot.Data;

namespace CuratorBot.Conversations.Forms;

/// <summary>A saved, versioned answer sheet: where a person is in one form. Survives restarts and deploys.</summary>
public sealed class Session : Entity, INotAFact
{
    public required long PersonId { get; init; }

    /// <summary>The form that is asked now; within a sub-dialogue that is the inner one.</summary>
    public required string Form { get; set; }
    public required int Version { get; set; }

    /// <summary>Key of the question that was asked last; «summary» when all are answered.</summary>
    public required string Step { get; set; }

    /// <summary>The answers by field key, and the small state of the current question, as JSON.</summary>
    public required string Sheet
    {
        get;
        set => (field, _answers) = (value, null);
    }

    private AnswerSheet? _answers;

    /// <summary>The sheet, read once; what is changed in it is kept by <see cref="Keep"/>.</summary>
    public AnswerSheet Answers() => _answers ??= AnswerSheet.FromJson(Sheet);

    public void Keep(AnswerSheet answers)
    {
        Sheet = answers.ToJson();
        _answers = answers;
    }

    /// <summary>Grows with every question asked; a button of an earlier question is stale.</summary>
    public int Turn { get; set; }

    /// <summary>True for the draft that the next message belongs to. At most one per person.</summary>
    public bool Active { get; set; }

    /// <summary>Something came between, and she has been asked once whether to go on.</summary>
    public bool WasOffered { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it is thrown away if nobody goes on with it.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How often she was reminded since she last went on with it, and whether she knows its end.</summary>
    public int Nudges { get; set; }
    public bool WasWarned { get; set; }

    /// <summary>Thrown away by herself; for a while it can be had back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When the sweep has something to do with it.</summary>
    public DateTimeOffset LookAt { get; set; }
}
