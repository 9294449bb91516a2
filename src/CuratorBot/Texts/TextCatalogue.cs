using System.Text.Json;

namespace CuratorBot.Texts;

/// <summary>
/// Every word that a user reads, from <c>locales/ru/*.json</c>. The key of a text is the name of its file and
/// the path inside it: «people.start.greeting».
/// </summary>
public sealed class TextCatalogue
{
    private readonly Dictionary<string, TextTemplate> _texts = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A file is no JSON object of texts.</exception>
    public static TextCatalogue Load(params IEnumerable<string> folders)
    {
        var catalogue = new TextCatalogue();
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"));
        foreach (var file in files.Order(StringComparer.Ordinal))
            catalogue.Add(file);
        return catalogue;
    }

    /// <summary>The texts that lie beside the program, and those in further folders.</summary>
    public static TextCatalogue LoadRussian(params IEnumerable<string> further) =>
        Load([Path.Combine(AppContext.BaseDirectory, "locales", "ru"), .. further]);

    public bool Has(string key) => _texts.ContainsKey(key);

    public IEnumerable<string> Keys => _texts.Keys;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public RichText Get(string key, params (string Name, object? Value)[] values) =>
        _texts.TryGetValue(key, out var template)
            ? template.Fill(values)
            : throw new KeyNotFoundException($"locales/ru has no text «{key}».");

    /// <summary>The same without styles, for buttons and toasts.</summary>
    public string Plain(string key, params (string Name, object? Value)[] values) => Get(key, values).Text;

    private void Add(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        Add(Path.GetFileNameWithoutExtension(file), document.RootElement, file);
    }

    private void Add(string key, JsonElement element, string file)
    {
        if (element.ValueKind == JsonValueKind.String)
            _texts.Add(key, TextTemplate.Parse(element.GetString()!));
        else if (element.ValueKind == JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
                Add($"{key}.{property.Name}", property.Value, file);
        else
            throw new InvalidDataException($"{file}: «{key}» is no text.");
    }
}
