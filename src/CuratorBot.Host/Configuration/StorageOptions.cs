namespace CuratorBot.Host.Configuration;

/// <summary>Section <c>Storage</c>: where the bot keeps what it knows.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>«sqlite», the only one so far.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Null: the file <c>curatorbot.db</c> in the data directory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Database and files. Null: <c>data</c>, or <c>data/demo</c> in the playground.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>
    /// How long a start or a command waits for another process to let go of the data directory. A stop takes up
    /// to half a minute.
    /// </summary>
    public TimeSpan WaitForOther { get; set; } = TimeSpan.FromMinutes(1);
}
