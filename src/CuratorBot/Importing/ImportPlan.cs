using System.Security.Cryptography;
using System.Text;
using CuratorBot.Texts;

namespace CuratorBot.Importing;

/// <summary>What is to become of a row of a table, in the order of counting.</summary>
public enum RowVerdict
{
    New = 0,
    Changed = 1,
    Removed = 2,
    Same = 3,

    /// <summary>Something in it cannot be right.</summary>
    Bad = 4,

    /// <summary>What is meant must be said first.</summary>
    Unclear = 5,
}

/// <param name="Number">Of the row in the file, as the program that shows it counts.</param>
/// <param name="Name">Whom or what it speaks of; empty when it does not say.</param>
/// <param name="Says">What changes, or what is to be corrected or asked; empty when nothing does.</param>
public abstract record PlannedRow(int Number, string Name, RowVerdict Verdict, RichText Says);

/// <summary>What a table would do. Nothing is changed by making it.</summary>
public abstract class ImportPlan
{
    public abstract IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>Whose rows are named in a preview, in this order.</summary>
    public virtual IReadOnlyList<RowVerdict> Named =>
        [RowVerdict.New, RowVerdict.Changed, RowVerdict.Removed, RowVerdict.Bad, RowVerdict.Unclear];

    /// <summary>Whether every row can be applied.</summary>
    public bool IsClean => Rows.All(row => row.Verdict is not (RowVerdict.Bad or RowVerdict.Unclear));

    public virtual bool ChangesAnything => Good > 0;

    /// <summary>How many rows would change something.</summary>
    public int Good =>
        Rows.Count(row => row.Verdict is RowVerdict.New or RowVerdict.Changed or RowVerdict.Removed);

    /// <summary>Which sentence ends a preview: a key below «preview».</summary>
    public virtual string Ending =>
        !IsClean ? "correct"
        : ChangesAnything ? "nothingYet"
        : "nothingChanges";

    public int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);

    /// <summary>The rows that a preview names.</summary>
    public virtual IEnumerable<PlannedRow> RowsOf(RowVerdict verdict) =>
        Rows.Where(row => row.Verdict == verdict);

    /// <summary>What a preview says beside the rows.</summary>
    public virtual IEnumerable<RichText> Besides(TextCatalogue texts) => [];

    /// <summary>Equal for two plans that would say and do the same.</summary>
    public string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Promises()))));

    /// <summary>All that is said and done, so that «Применить» does that and nothing else.</summary>
    protected virtual IEnumerable<string> Promises() =>
        Rows.Select(row => $"{row.Number}|{row.Name}|{row.Verdict}|{row.Says.Text}");
}
