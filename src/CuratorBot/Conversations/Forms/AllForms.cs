namespace CuratorBot.Conversations.Forms;

/// <summary>Every form there is, by its name.</summary>
public sealed class AllForms(IEnumerable<Form> forms)
{
    private readonly Dictionary<string, Form> _forms = forms.ToDictionary(
        form => form.Name,
        StringComparer.Ordinal
    );

    /// <summary>Null for one that is no more.</summary>
    public Form? Find(string name) => _forms.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public Form Named(string name) =>
        Find(name) ?? throw new ArgumentException($"There is no form «{name}».", nameof(name));
}
