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
}
