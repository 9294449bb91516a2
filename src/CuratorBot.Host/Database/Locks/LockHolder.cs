using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Database.Locks;

/// <summary>Who holds a lock, for whoever is refused it. It lies beside the lock file, which nobody else can read.</summary>
/// <param name="Mark">
/// Tells this process from all others. A process id does not: in two containers both may be 1.
/// </param>
internal sealed record LockHolder(
    string Who,
    int ProcessId,
    string Machine,
    DateTimeOffset Since,
    string Mark
)
{
    private static readonly string OwnMark = RandomNumberGenerator.GetHexString(16);

    public bool IsThisProcess => Mark == OwnMark;

    public static LockHolder Me(string who, RealTime time) =>
        new(who, Environment.ProcessId, Environment.MachineName, time.Now, OwnMark);

    /// <summary>For whoever holds the lock: nobody else writes there.</summary>
    public void Write(string path)
    {
        var draft = $"{path}.new";
        File.WriteAllText(draft, JsonSerializer.Serialize(this));
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Null when the holder has not got round to saying who it is.</summary>
    public static LockHolder? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<LockHolder>(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Who} (process {ProcessId} on {Machine}, since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)"
        );
}
