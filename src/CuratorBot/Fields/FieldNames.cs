using CuratorBot.Texts;

namespace CuratorBot.Fields;

/// <summary>The words of a noun, and the names behind the ids that its rows keep.</summary>
/// <param name="noun">The first part of the keys of its texts.</param>
public abstract class FieldNames(TextCatalogue texts, string noun)
{
    public TextCatalogue Texts { get; } = texts;

    /// <summary>A text of the noun; null when it has none of this name.</summary>
    public string? Own(string key) => Texts.Has($"{noun}.{key}") ? Texts.Plain($"{noun}.{key}") : null;

    public string LabelOf(Field field) => Texts.Plain($"{noun}.{field.Key}.label");

    /// <summary>Empty for none, and for one that none of the rows speaks of.</summary>
    public abstract string School(string? id);

    /// <summary>The same.</summary>
    public abstract string Municipality(string? id);

    /// <summary>So that it can be told from all others, wherever they are.</summary>
    public virtual string SchoolInFull(string id) => School(id);

    public virtual string MunicipalityInFull(string id) => Municipality(id);
}
