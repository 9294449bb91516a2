using System.CommandLine;
using System.Globalization;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database.Locks;

namespace CuratorBot.Host.CommandLine;

/// <summary><c>restore FILE</c>: puts a backup in the place of the data, while nothing runs.</summary>
internal static class RestoreCommand
{
    public static Command Describe(OperatorData data)
    {
        var file = Answers.ExistingFile("An archive that backup, or the bot at night, has made.");
        Command command = new(
            "restore",
            "Puts a backup in the place of the data, which are moved aside. No bot may run meanwhile."
        )
        {
            file,
        };
        command.SetAction(
            (call, cancellation) =>
                Run(data, call.GetRequiredValue(file), call.InvocationConfiguration.Output, cancellation)
        );
        return command;
    }

    /// <returns>The exit code: 0, or 1 when nothing was restored.</returns>
    private static async Task<int> Run(
        OperatorData data,
        string archive,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var app = data.OpenEvenHalfRestored();
        OwnerOnly.OpenDirectory(app.Services.GetRequiredService<HostSettings>().DataDirectory);
        await app
            .Services.GetRequiredService<DataLocks>()
            .Take(DataUse.Everything, "restore", TimeSpan.Zero, cancellation);
        try
        {
            var restored = await app
                .Services.GetRequiredService<Restore>()
                .From(Path.GetFullPath(archive), cancellation);
            foreach (var line in InWords(restored))
                await output.WriteLineAsync(line);
            return ExitCodes.Ok;
        }
        catch (Exception error) when (BackupFailure.Explains(error))
        {
            await output.WriteLineAsync($"Nothing was restored. {error.Message}");
            return ExitCodes.Failed;
        }
    }

    private static IEnumerable<string> InWords(Restored restored)
    {
        var manifest = restored.Manifest;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Restored the backup of {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {manifest.Files.Count} files; the audit ends with {restored.Audit ?? "a broken chain, as it did then"}."
        );
        if (manifest.Missing.Count > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Files that were missing even then: {manifest.Missing.Count}."
            );
        if (restored.Aside is not null)
            yield return $"What was there before lies in {restored.Aside}; the bot deletes it after 35 days.";
        if (!restored.KnowsForgotten)
            yield return (
                restored.Aside is null
                    ? "There was no database here, so who was forgotten since cannot be told. "
                    : "Who was forgotten since cannot be told: the database that was here does not answer. "
            ) + "Run forget for everybody who asked for it after that day.";
        if (restored.Forgotten.Count > 0)
            yield return $"Forgotten since, and forgotten again when the bot starts: {string.Join(", ", restored.Forgotten)}.";
        if (restored.NotForgotten.Count > 0)
            yield return $"Forgotten since, but the last coordinators of their regions: {string.Join(", ", restored.NotForgotten)}. "
                + "Invite successors, then run forget for each.";
    }
}
