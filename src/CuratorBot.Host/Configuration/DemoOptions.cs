namespace CuratorBot.Host.Configuration;

/// <summary>Section <c>Demo</c>. Both are on in the playground and off with a real token, unless set.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Loads the demo region and its cast into an empty database.</summary>
    public bool? Seed { get; set; }

    /// <summary>Starts on 17 January 2022 and lets <c>/demo/clock</c> move the time on.</summary>
    public bool? Clock { get; set; }
}
