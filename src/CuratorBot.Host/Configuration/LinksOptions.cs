namespace CuratorBot.Host.Configuration;

/// <summary>Section <c>Links</c>.</summary>
public sealed class LinksOptions
{
    public const string Section = "Links";

    /// <summary>Asks whether links that people give as proof answer. Null: not in the playground.</summary>
    public bool? Check { get; set; }
}
