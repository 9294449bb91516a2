using System.CommandLine;
using CuratorBot.Importing;
using CuratorBot.Profiles.SchoolList;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>import-schools FILE [--apply]</c>: prints which municipalities and schools of a table are new and, with
/// <c>--apply</c>, adds them, all of them or none. What is there already stays as it is.
/// </summary>
internal static class ImportSchoolsCommand
{
    public static Command Describe(OperatorData data)
    {
        var (file, apply) = (Answers.ExistingFile("A table of schools, XLSX or CSV."), Answers.Apply());
        Command command = new(
            "import-schools",
            "Shows which municipalities and schools of a table are new, and adds them."
        )
        {
            file,
            apply,
        };
        command.SetAction(
            (call, cancellation) =>
                Run(
                    data,
                    call.GetRequiredValue(file),
                    call.GetValue(apply),
                    call.InvocationConfiguration.Output,
                    cancellation
                )
        );
        return command;
    }

    /// <returns>The exit code: 0, 1 when rows are bad, 2 when the file is off.</returns>
    private static async Task<int> Run(
        OperatorData data,
        string file,
        bool applies,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var app = await data.Open("import-schools");
        await using var content = File.OpenRead(file);
        var (outcome, words) = await app
            .Services.GetRequiredService<OperatorImport>()
            .Take(
                app.Services.GetRequiredService<SchoolsImport>(),
                content,
                Path.GetFileName(file),
                answer: null,
                applies,
                cancellation
            );
        await output.WriteLineAsync(words);
        return (int)outcome;
    }
}
