using CuratorBot.Schedule;
using CuratorBot.Schools.Import;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>import-schools FILE [--apply]</c>: prints which municipalities and schools of a table are new and, with
/// <c>--apply</c>, adds them, all of them or none. What is there already stays as it is.
/// </summary>
internal static class ImportSchoolsCommand
{
    /// <returns>The exit code: 0, 1 when rows are bad, 2 when the call or the file is off.</returns>
    public static async Task<int> Run(
        string[] args,
        TextWriter output,
        CancellationToken cancellation = default
    )
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-') || rest is not ([] or ["--apply"]))
        {
            await output.WriteLineAsync("import-schools FILE [--apply]");
            return 2;
        }
        if (!File.Exists(file))
        {
            await output.WriteLineAsync($"There is no file {file}.");
            return 2;
        }
        await using var app = await OperatorApp.Open();

        await using var content = File.OpenRead(file);
        var (outcome, words) = await app
            .Services.GetRequiredService<SchoolsByOperator>()
            .Take(content, rest.Length > 0, app.Services.GetRequiredService<Joining>().Owe, cancellation);
        await output.WriteLineAsync(words);
        return (int)outcome;
    }
}
