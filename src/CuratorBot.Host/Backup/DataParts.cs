using CuratorBot.Files;

namespace CuratorBot.Host.Backup;

/// <summary>
/// What of the data directory is worth keeping, named as in an archive: relative, with forward slashes. What only
/// passes through <c>files</c> is not, nor are backups themselves.
/// </summary>
internal static class DataParts
{
    public const string Database = "curatorbot.db";

    private static readonly string[] SingleFiles = ["demo-clock.txt", "playground.json"];
    private static readonly string[] Folders = [FileStore.Kept, "calendar", "playground"];

    /// <summary>What a restore replaces, in the data directory itself; the database is told apart by its own setting.</summary>
    public static readonly string[] Replaced = [.. SingleFiles, "files", "calendar", "playground"];

    /// <summary>All there is beside the database.</summary>
    public static IEnumerable<string> In(string directory) =>
        SingleFiles
            .Where(name => File.Exists(Path.Combine(directory, name)))
            .Concat(Folders.SelectMany(folder => FilesOf(directory, folder)));

    /// <summary>Whether an archive may hold this, and restoring it stays inside the directory.</summary>
    public static bool MayHold(string name) =>
        name == Database
        || SingleFiles.Contains(name)
        || Folders.Any(folder => name.StartsWith($"{folder}/", StringComparison.Ordinal))
            && name.Split('/').All(IsPlain);

    /// <summary>Whether it lies in the store under the hash of its content.</summary>
    public static bool IsNamedByHash(string name) =>
        name.StartsWith($"{FileStore.Kept}/", StringComparison.Ordinal);

    private static bool IsPlain(string part) =>
        part is not ("" or "." or "..")
        && !part.Any(letter => letter is '\\' or ':' || char.IsControl(letter));

    private static IEnumerable<string> FilesOf(string directory, string folder)
    {
        var root = new DirectoryInfo(Path.Combine(directory, folder));
        return root.Exists
            ? root.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(directory, file.FullName).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : [];
    }
}
