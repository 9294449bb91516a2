using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Importing;

/// <summary>How much of a table is to be applied.</summary>
public enum ImportMode
{
    /// <summary>All of it, and it has no bad rows.</summary>
    All = 0,

    /// <summary>She said that the bad rows may be left out.</summary>
    OnlyGood = 1,

    /// <summary>All of it, and what is not in it goes.</summary>
    AllAndRemove = 2,
}

/// <summary>What came of looking at a table.</summary>
public abstract record Planning
{
    private Planning() { }

    /// <param name="Notes">What she should know of the file itself.</param>
    public sealed record Planned(ImportPlan Plan, IReadOnlyList<TableNote> Notes) : Planning;

    /// <param name="Why">Also what to do.</param>
    public sealed record Refused(RichText Why) : Planning;
}

/// <summary>
/// One kind of table that people send: how it is known, what it would change, and how that is done. The preview,
/// its buttons and what waits between them are the same for all.
/// </summary>
public abstract class TableImport
{
    /// <summary>Kept with what waits for «Применить», so it stays.</summary>
    public abstract string Name { get; }

    /// <summary>The first part of the keys of its texts; what it does not say is said as «imports» has it.</summary>
    public abstract string Words { get; }

    /// <summary>Rows of one kind in a message.</summary>
    public virtual int MostNamed => 15;

    /// <summary>Good rows may be applied while others are bad; otherwise it is all or nothing.</summary>
    public virtual bool TakesGoodRows => false;

    /// <summary>Whether it also says why a table cannot be read at all.</summary>
    public virtual bool AnswersForUnread => false;

    public abstract bool IsFor(Asker who);

    /// <summary>Where several know a table, the greater goes first; 0 for what it does not know.</summary>
    public abstract int Certainty(TableReading.Read content, TextCatalogue texts);

    /// <summary>What the table would change now, within what is hers to change.</summary>
    /// <param name="answer">What she said about the rows that are unclear; null while she has not.</param>
    public abstract Task<Planning> Plan(TurnContext turn, TableReading.Read content, string? answer);

    /// <summary>Does what a plan says, in the transaction of the turn.</summary>
    /// <param name="plan">Made by <see cref="Plan"/> in the same turn.</param>
    /// <param name="uploadId">For the audit.</param>
    /// <returns>First what she reads, then what others do.</returns>
    public abstract Task<Reply> Apply(TurnContext turn, ImportPlan plan, ImportMode mode, long uploadId);

    public virtual RichText Head(TextCatalogue texts, string fileName, ImportPlan plan) =>
        texts.Get(Key(texts, "preview.head"), ("file", fileName), ("count", plan.Rows.Count));

    /// <summary>What can be done about a preview, besides nothing.</summary>
    public virtual IEnumerable<ImportStep> Steps(ImportPlan plan)
    {
        if (plan is { ChangesAnything: true, IsClean: true })
            yield return ImportStep.Apply("apply", ImportMode.All);
        else if (plan.ChangesAnything && TakesGoodRows)
            yield return ImportStep.Apply("applyGood", ImportMode.OnlyGood, plan.Good);
    }

    /// <summary>A file that says which rows are to be corrected; null where there is none.</summary>
    public virtual byte[]? Corrections(TurnContext turn, ImportPlan plan) => null;

    /// <summary>The key of a text of its own, or else of the one that all share.</summary>
    internal string Key(TextCatalogue texts, string key) =>
        texts.Has($"{Words}.{key}") ? $"{Words}.{key}" : $"imports.{key}";
}

/// <summary>A button under a preview.</summary>
/// <param name="Key">Of its label, below «buttons».</param>
/// <param name="Count">Which the label may say.</param>
public sealed record ImportStep(string Key, string Action, string Value, int Count)
{
    public static ImportStep Apply(string key, ImportMode mode, int count = 0) =>
        new(key, ImportActions.Apply, $"{mode}", count);

    /// <summary>Answers what is unclear.</summary>
    public static ImportStep Answer(string key, string value) => new(key, ImportActions.Answer, value, 0);
}
