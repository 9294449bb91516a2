using System.Text.Json;

namespace CuratorBot.Host.Backup;

/// <summary>What an archive says of itself; it is believed only as far as the content agrees.</summary>
/// <param name="Version">Of the program that made it.</param>
/// <param name="Schema">The last migration of the database in it.</param>
/// <param name="Audit">Where the chain of the audit ends, «number:hash»; null when it did not hold even then.</param>
/// <param name="Rows">How many each table has.</param>
/// <param name="Missing">Kept files that the database speaks of and that were gone or damaged then.</param>
internal sealed record BackupManifest(
    int Format,
    string Version,
    string Schema,
    DateTimeOffset MadeAt,
    string? Audit,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<BackedUpFile> Files,
    IReadOnlyList<string> Missing
)
{
    public const string Name = "manifest.json";
    public const int Current = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public void Write(Stream target) => JsonSerializer.Serialize(target, this, Json);

    /// <exception cref="BackupFailure">It is no manifest.</exception>
    public static BackupManifest Read(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(content, Json)
                ?? throw new BackupFailure("The archive's manifest is empty.");
        }
        catch (JsonException error)
        {
            throw new BackupFailure("The archive's manifest cannot be read.", error);
        }
    }
}

/// <param name="Path">As in the archive.</param>
/// <param name="Sha256">In lower-case hex.</param>
internal sealed record BackedUpFile(string Path, long Size, string Sha256);
