using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;

namespace CuratorBot.Host.Jobs;

/// <summary>
/// Hangfire's store in memory. A restart empties it, and nothing is lost: what there is to do lies in our own rows.
/// It does not offer its own time, which is the clock of the machine and would be asked before ours.
/// </summary>
internal sealed class SteadyStorage : JobStorage, IDisposable
{
    /// <summary>Long enough for a look at the dashboard; a day of sweeps would be thousands of jobs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>A machine under load or a process that was held is no reason to end with an error.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly InMemoryStorage _memory = new(
        new InMemoryStorageOptions { MaxExpirationTime = Kept, CommandTimeout = Patience }
    );

    public SteadyStorage() => JobExpirationTimeout = Kept;

    public override bool LinearizableReads => _memory.LinearizableReads;

    public override bool HasFeature(string featureId) =>
        featureId != JobStorageFeatures.Connection.GetUtcDateTime && _memory.HasFeature(featureId);

    public override IStorageConnection GetConnection() => _memory.GetConnection();

    public override IMonitoringApi GetMonitoringApi() => _memory.GetMonitoringApi();

    public override string ToString() => _memory.ToString();

    public void Dispose() => _memory.Dispose();
}
