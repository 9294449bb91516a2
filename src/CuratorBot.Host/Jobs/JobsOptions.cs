namespace CuratorBot.Host.Jobs;

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    internal const int ShortestKey = 16;

    /// <summary>Opens <c>/jobs</c> to whoever knows it; empty: there is no such page. A secret.</summary>
    public string DashboardKey { get; set; } = "";

    public override string ToString() => Section;
}
