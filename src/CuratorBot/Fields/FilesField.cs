using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;

namespace CuratorBot.Fields;

/// <summary>A row that has photos and documents beside its columns.</summary>
public interface IHasFiles
{
    /// <summary>By the keys of their fields.</summary>
    Dictionary<string, IReadOnlyList<SheetFile>> Files { get; }
}

/// <summary>Photos and documents. What changes in them is noted, counted and written into a table as their number.</summary>
internal sealed class FilesField<T>(string key) : Field<T>(key)
    where T : Entity, IHasFiles
{
    public override double Width => 20;

    internal override bool HoldsFiles => true;

    internal override string? Noted(string? value) =>
        value is null or Dash or NotApplying ? value : FileCount.In(value).ToString();

    protected override Question Asked() => new FilesQuestion(Key);

    protected override string? Kept(T row) =>
        row.Files.GetValueOrDefault(Key) is { Count: > 0 } files
            ? FilesQuestion.InSheet(new FilesQuestion.Stored([.. files]))
            : null;

    protected override void Keep(T row, string? value) =>
        row.Files[Key] = value is null ? [] : FilesQuestion.FilesIn(value).Files;

    protected override string Shown(FieldNames names, string value) =>
        string.Join(", ", FileCount.In(value).InWords(names.Texts));
}
