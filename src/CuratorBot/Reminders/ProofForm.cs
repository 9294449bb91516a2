using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Reminders;

/// <summary>A task that wants a link, a document or a number is closed with it: one question, no summary.</summary>
public sealed class ProofForm(Closing closing) : Form
{
    private const string LinkKey = "link";
    private const string DocumentKey = "document";
    private const string NumberKey = "number";
    private const int LargestNumber = 1_000_000;

    /// <summary>Set where the document came as a photo.</summary>
    internal const string PhotoNote = "photo";

    public override string Name => "proof";
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.IsMember;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new ProofQuestion(new EvidenceQuestion(LinkKey, wantsLink: true))
        {
            When = sheet => Wanted(sheet) == Wants.Link,
        },
        new ProofQuestion(new EvidenceQuestion(DocumentKey, wantsLink: false))
        {
            When = sheet => Wanted(sheet) == Wants.Document,
        },
        new ProofQuestion(new NumberQuestion(NumberKey, 0, LargestNumber))
        {
            When = sheet => Wanted(sheet) == Wants.Number,
        },
    ];

    public static string SubjectOf(Obligation obligation, Wants wants) =>
        string.Create(CultureInfo.InvariantCulture, $"{wants}:{obligation.Id}");

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var obligation = await ObligationOf(turn, sheet);
        return await Closing.Refusal(turn, obligation) is { Toast: { } why }
            ? Reply.With(turn.Say((RichText)why))
            : await closing.Close(turn, obligation, ProofIn(sheet));
    }

    private static Proof? ProofIn(AnswerSheet sheet) =>
        sheet[LinkKey] is { } link
            ? new Proof(
                EvidenceQuestion.IsUnchecked(sheet, LinkKey) ? EvidenceKind.UncheckedLink : EvidenceKind.Link,
                link
            )
        : EvidenceQuestion.DocumentIn(sheet, DocumentKey) is { } file ? ProofOf(sheet, file)
        : sheet[NumberKey] is { } number ? new Proof(EvidenceKind.Number, number)
        : null;

    private static Proof ProofOf(AnswerSheet sheet, SheetFile file) =>
        new(
            sheet.Note(PhotoNote) is null ? EvidenceKind.Document : EvidenceKind.Photo,
            file.Id,
            file.StoredAs is { } path ? new KeptProof(file.Name, path, file.Sha256, file.Size) : null
        );

    public static async Task<Obligation> ObligationOf(TurnContext turn, AnswerSheet sheet) =>
        await turn.Db.Obligations.FindAsync(
            long.Parse(sheet.Subject!.Split(':')[1], CultureInfo.InvariantCulture)
        ) ?? throw new InvalidOperationException($"There is no obligation «{sheet.Subject}».");

    private static Wants Wanted(AnswerSheet sheet) => Enum.Parse<Wants>(sheet.Subject!.Split(':')[0]);
}

/// <summary>The question for the proof, which says for what it is.</summary>
internal sealed class ProofQuestion(Question proof) : Question(proof.Key)
{
    public override bool TakesFile => proof.TakesFile;
    public override bool TakesLink => proof.TakesLink;
    public override bool KeepsFile => proof.KeepsFile;

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var obligation = await ProofForm.ObligationOf(asking.Turn, asking.Sheet);
        var facts = await CardFacts.Of(asking.Turn.Db, [obligation]);
        return new Prompt(
            asking.Text(
                "ask",
                ("title", facts.TaskOf(obligation).Title),
                ("owner", facts.OwnerOf(obligation))
            )
        );
    }

    public override ValueTask<Reading> Read(Asking asking)
    {
        if (asking.Message.Kind == IncomingKind.Photo)
            asking.Sheet.Notes[ProofForm.PhotoNote] = "";
        else
            asking.Sheet.Notes.Remove(ProofForm.PhotoNote);
        return proof.Read(asking);
    }
}
