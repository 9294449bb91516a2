using CuratorBot.People.Roster;
using CuratorBot.Tables;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>import-roster FILE [--apply] [--namesakes other-people|new-numbers]</c>: prints what a roster would change
/// and, with <c>--apply</c>, changes it, all of it or nothing.
/// </summary>
internal static class ImportRosterCommand
{
    private const string Usage = "import-roster FILE [--apply] [--namesakes other-people|new-numbers]";

    private static readonly Dictionary<string, RosterNamesakes> Namesakes = new()
    {
        ["other-people"] = RosterNamesakes.OtherPeople,
        ["new-numbers"] = RosterNamesakes.NewNumbers,
    };

    /// <returns>The exit code: 0, 1 when rows are bad, 2 when the call or the file is off.</returns>
    public static async Task<int> Run(
        string[] args,
        TextWriter output,
        CancellationToken cancellation = default
    )
    {
        if (Read(args) is not { } call)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }
        if (!File.Exists(call.File))
        {
            await output.WriteLineAsync($"There is no file {call.File}.");
            return 2;
        }
        var (outcome, words) = await Import(call, cancellation);
        await output.WriteLineAsync(words);
        return (int)outcome;
    }

    private sealed record Call(string File, bool Applies, RosterNamesakes Namesakes);

    private static Call? Read(string[] args)
    {
        Call? call = args is [var file, ..] && !file.StartsWith('-') ? new Call(file, false, default) : null;
        for (var place = 1; place < args.Length && call is not null; place++)
            call = args[place] switch
            {
                "--apply" => call with { Applies = true },
                "--namesakes"
                    when ++place < args.Length && Namesakes.TryGetValue(args[place], out var namesakes) =>
                    call with
                    {
                        Namesakes = namesakes,
                    },
                _ => null,
            };
        return call;
    }

    private static async Task<(ImportOutcome Outcome, string Words)> Import(
        Call call,
        CancellationToken cancellation
    )
    {
        await using var app = await OperatorApp.Open();

        await using var content = File.OpenRead(call.File);
        return await app
            .Services.GetRequiredService<RosterByOperator>()
            .Take(content, Path.GetFileName(call.File), call.Namesakes, call.Applies, cancellation);
    }
}
