namespace CuratorBot.Host.CommandLine;

/// <summary>
/// How a run ends. The service unit names those that a restart cannot mend, so that systemd does not loop on them.
/// </summary>
public static class ExitCodes
{
    public const int Ok = 0;
    public const int Failed = 1;

    /// <summary>What was typed is no command, or cannot be followed.</summary>
    public const int Usage = 2;

    /// <summary>Another process holds the data directory, or the port.</summary>
    public const int Held = 69;

    /// <summary>The data are damaged, or cannot be read or written.</summary>
    public const int BadData = 74;

    /// <summary>The settings cannot be right.</summary>
    public const int BadSettings = 78;
}
