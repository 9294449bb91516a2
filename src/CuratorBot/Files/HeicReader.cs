namespace CuratorBot.Files;

/// <summary>Reads the numbers of a box one behind the other, the high byte first.</summary>
/// <exception cref="ArgumentOutOfRangeException">On reading: they lead out of the file.</exception>
internal sealed class HeicReader(byte[] file, int at)
{
    public int At { get; private set; } = at;

    public void Skip(int bytes) => At += bytes;

    /// <summary>With which a box begins, and marks that say nothing here.</summary>
    public int Version()
    {
        var version = (int)Number(1);
        Skip(3);
        return version;
    }

    /// <param name="bytes">0 to 8; a number of no bytes is 0.</param>
    public ulong Number(int bytes)
    {
        ulong number = 0;
        foreach (var one in file.AsSpan(At, bytes))
            number = (number << 8) | one;
        At += bytes;
        return number;
    }
}
