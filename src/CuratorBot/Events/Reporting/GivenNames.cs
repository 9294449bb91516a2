using System.Collections.Frozen;

namespace CuratorBot.Events.Reporting;

/// <summary>How names that end alike change by case; the first that fits is the one.</summary>
internal sealed record Declension(string Ending, string[] Forms);

/// <summary>Given names in all their cases, in lower case and with «е» for «ё».</summary>
internal sealed class GivenNames
{
    private readonly FrozenSet<string> _forms;

    /// <param name="names">In the nominative.</param>
    /// <param name="further">Forms of names that change in a way of their own.</param>
    public GivenNames(
        IEnumerable<string> names,
        IReadOnlyList<Declension> declensions,
        IEnumerable<string> further
    ) =>
        _forms = names
            .SelectMany(name => FormsOf(name, declensions))
            .Concat(further)
            .ToFrozenSet(StringComparer.Ordinal);

    public bool Contains(string word) => _forms.Contains(word);

    private static IEnumerable<string> FormsOf(string name, IReadOnlyList<Declension> declensions)
    {
        var declension = declensions.First(one => name.EndsWith(one.Ending, StringComparison.Ordinal));
        return declension.Forms.Select(form => name[..^declension.Ending.Length] + form);
    }
}
