using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CuratorBot.Host.Tests.Architecture;

/// <summary>One type of a part knows one of another.</summary>
internal sealed record Arrow(string From, string To, string Type, string Target);

/// <summary>
/// Who knows whom below one namespace, read from the compiled code: bodies and attributes too. A part is the first
/// name below that namespace.
/// </summary>
internal sealed class CompiledArrows
{
    private readonly ILookup<string, string> _known;

    private CompiledArrows(IReadOnlyList<Arrow> all)
    {
        All = all;
        _known = all.Select(arrow => (arrow.From, arrow.To))
            .Distinct()
            .ToLookup(one => one.From, one => one.To);
    }

    public IReadOnlyList<Arrow> All { get; }

    /// <param name="without">Full names of types whose own arrows do not count.</param>
    public static CompiledArrows In(
        System.Reflection.Assembly assembly,
        string root,
        params string[] without
    ) =>
        new([
            .. from type in new ArchLoader().LoadAssemblies(assembly).Build().Types
            where PartOf(type, root) is not null && !without.Any(name => IsOrLiesIn(type, name))
            from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            // Of a type parameter the library says that it lies where somebody else has one of that name.
            where target is not GenericParameter
            where PartOf(target, root) is { } part && part != PartOf(type, root)
            select new Arrow(PartOf(type, root)!, PartOf(target, root)!, type.FullName, target.FullName),
        ]);

    /// <summary>A sentence for each arrow that its part may not have.</summary>
    public IEnumerable<string> Wrong(IReadOnlyDictionary<string, string[]> mayKnow) =>
        All.Where(arrow => !mayKnow.GetValueOrDefault(arrow.From, []).Contains(arrow.To))
            .Select(arrow => $"{arrow.From} must not know {arrow.To}: {arrow.Type} knows {arrow.Target}.")
            .Distinct();

    /// <summary>A way round from each part that comes back to itself: «Left, Right, Left».</summary>
    public IEnumerable<string> Circles() =>
        _known
            .Select(part => WayRound(part.Key))
            .OfType<IReadOnlyList<string>>()
            .Select(way => string.Join(", ", way));

    /// <summary>The shortest; null when none comes back.</summary>
    private List<string>? WayRound(string start)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var part))
            foreach (var next in _known[part].Order(StringComparer.Ordinal))
            {
                if (next == start)
                    return [start, .. Back(part).Reverse(), start];
                if (before.TryAdd(next, part))
                    open.Enqueue(next);
            }
        return null;

        IEnumerable<string> Back(string part)
        {
            for (var at = part; at != start; at = before[at])
                yield return at;
        }
    }

    private static bool IsOrLiesIn(IType type, string name) =>
        type.FullName == name || type.FullName.StartsWith($"{name}+", StringComparison.Ordinal);

    private static string? PartOf(IType type, string root) =>
        type.Namespace?.FullName is { } name && name.StartsWith($"{root}.", StringComparison.Ordinal)
            ? name[(root.Length + 1)..].Split('.')[0]
            : null;
}
