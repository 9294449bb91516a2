using System.CommandLine;
using CuratorBot.Importing;
using CuratorBot.Roster;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>import-roster FILE [--apply] [--namesakes other-people|new-numbers]</c>: prints what a roster would change
/// and, with <c>--apply</c>, changes it, all of it or nothing.
/// </summary>
internal static class ImportRosterCommand
{
    private static readonly Dictionary<string, RosterNamesakes> Namesakes = new()
    {
        ["other-people"] = RosterNamesakes.OtherPeople,
        ["new-numbers"] = RosterNamesakes.NewNumbers,
    };

    public static Command Describe(OperatorData data)
    {
        var (file, apply) = (Answers.ExistingFile("A roster of people, XLSX or CSV."), Answers.Apply());
        var namesakes = Answers.OneOf(
            "--namesakes",
            "What rows are whose names are known with another number.",
            Namesakes.Keys
        );
        Command command = new("import-roster", "Shows what a roster of people would change, and changes it.")
        {
            file,
            apply,
            namesakes,
        };
        command.SetAction(
            (call, cancellation) =>
                Run(
                    data,
                    call.GetRequiredValue(file),
                    call.GetValue(namesakes) is { } word ? Namesakes[word] : default,
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
        RosterNamesakes namesakes,
        bool applies,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var app = await data.Open("import-roster");
        await using var content = File.OpenRead(file);
        var (outcome, words) = await app
            .Services.GetRequiredService<OperatorImport>()
            .Take(
                app.Services.GetRequiredService<RosterImport>(),
                content,
                Path.GetFileName(file),
                answer: $"{namesakes}",
                applies,
                cancellation
            );
        await output.WriteLineAsync(words);
        return (int)outcome;
    }
}
