namespace CuratorBot.Data;

/// <summary>The database could not be used: full disk, lock, lost connection. The work is to be tried again.</summary>
public sealed class StorageException(string message, Exception inner) : Exception(message, inner)
{
    private const int LongestPause = 30;

    /// <summary>How long to wait before the next try: 1, 2, 4 and so on up to 30 seconds.</summary>
    /// <param name="refusals">How often it was refused before this time.</param>
    public static TimeSpan PauseAfter(int refusals) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause, Math.Pow(2, Math.Min(refusals, LongestPause))));
}

/// <summary>What is stored in one place cannot be read. Trying again does not help; other work goes on.</summary>
public sealed class DamagedDataException(string message, Exception inner) : Exception(message, inner);
