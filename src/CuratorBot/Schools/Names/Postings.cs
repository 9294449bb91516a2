using System.Runtime.InteropServices;

namespace CuratorBot.Schools.Names;

/// <summary>
/// Which entries a name or word belongs to. Nearly always it is one, so that one needs no list of its own:
/// there are tens of thousands of words in a country.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Postings
{
    private int _count;
    private int _first;
    private List<int>? _all;

    /// <summary>Entries come in growing order; the same one again is not added twice.</summary>
    public void Add(int entry)
    {
        if (_count == 0)
            _first = entry;
        else if (_all is null && _first != entry)
            _all = [_first, entry];
        else if (_all is not null && _all[^1] != entry)
            _all.Add(entry);
        _count = _all?.Count ?? 1;
    }

    public readonly ReadOnlySpan<int> AsSpan() =>
        _all is null ? MemoryMarshal.CreateReadOnlySpan(in _first, _count) : CollectionsMarshal.AsSpan(_all);

    public readonly int[] ToArray() => _all?.ToArray() ?? (_count == 0 ? [] : [_first]);
}
