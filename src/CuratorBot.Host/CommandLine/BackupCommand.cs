using System.CommandLine;
using System.Globalization;
using CuratorBot.Data;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Database.Locks;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>backup [FILE|DIRECTORY]</c>: one archive of the database and all kept files, while the bot runs or not.
/// </summary>
internal static class BackupCommand
{
    public static Command Describe(OperatorData data)
    {
        Argument<string?> target = new("target")
        {
            HelpName = "FILE.zip|DIRECTORY",
            Description = "Where to; without it, beside the daily ones.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Command command = new(
            "backup",
            "Makes one archive of the database and all kept files, while the bot runs or not."
        )
        {
            target,
        };
        command.SetAction(
            (call, cancellation) =>
                Run(data, call.GetValue(target), call.InvocationConfiguration.Output, cancellation)
        );
        return command;
    }

    /// <param name="target">Where to; null: beside the daily ones.</param>
    /// <returns>The exit code: 0, or 1 when there is no backup or something is missing in it.</returns>
    private static async Task<int> Run(
        OperatorData data,
        string? target,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var app = data.OpenAsItIs();
        var services = app.Services;
        await services
            .GetRequiredService<DataLocks>()
            .Take(DataUse.Command, "backup", cancellation: cancellation);
        var now = services.GetRequiredService<RealTime>().Now;
        try
        {
            var made = await services
                .GetRequiredService<BackupMaker>()
                .Make(
                    PathOf(target ?? services.GetRequiredService<BackupPlan>().Directory, now, target),
                    cancellation
                );
            await output.WriteLineAsync(InWords(made));
            foreach (var lack in Lacks(made))
                await output.WriteLineAsync(lack);
            return made.IsWhole ? ExitCodes.Ok : ExitCodes.Failed;
        }
        catch (Exception error) when (BackupFailure.Explains(error))
        {
            await output.WriteLineAsync($"No backup was made. {error.Message}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>A name that ends like an archive is one; all else is a directory.</summary>
    private static string PathOf(string place, DateTimeOffset now, string? typed) =>
        typed?.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) == true && !Directory.Exists(place)
            ? Path.GetFullPath(place)
            : BackupShelf.PathIn(Path.GetFullPath(place), now);

    private static string InWords(BackupMade made) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Backup {made.Path}: {made.Size / 1048576.0:0.0} MB, {made.Files} files, {made.Took.TotalSeconds:0.0} s; the audit ends with {made.Audit ?? "a broken chain"}."
        );

    private static IEnumerable<string> Lacks(BackupMade made)
    {
        if (made.Missing.Count > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Kept files that are missing or damaged: {made.Missing.Count}, {made.Missing[0]} first. Take them out of an older backup."
            );
        if (made.Dangling.Count > 0)
            yield return $"Rows that point at rows that are not there: {string.Join(", ", made.Dangling)}.";
    }
}
