using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace CuratorBot.Host.CommandLine;

/// <summary>Everything that an operator can ask of the command line. Without a command the bot runs.</summary>
internal static class OperatorCommands
{
    private static readonly ParserConfiguration Plainly = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    /// <summary>The table of contents; <paramref name="data"/> is what the commands work with.</summary>
    public static RootCommand Describe(OperatorData data)
    {
        RootCommand root = new(
            "CuratorBot. Without a command the bot runs. Settings, such as --Storage:DataDirectory=DIR, "
                + "may stand anywhere; environment variables name them with __ for the colon."
        )
        {
            FirstInvitationCommand.Describe(data),
            ImportSchoolsCommand.Describe(data),
            ImportRosterCommand.Describe(data),
            ForgetCommand.Describe(data),
            ListPeopleCommand.Describe(data),
            VerifyAuditCommand.Describe(data),
            LogEventsCommand.Describe(),
            BackupCommand.Describe(data),
            RestoreCommand.Describe(data),
        };
        root.Directives.Clear();
        foreach (var standard in root.Options.OfType<VersionOption>().ToList())
            root.Options.Remove(standard);
        root.Options.Add(
            new VersionOption("--version", "-V", "-v")
            {
                Description = "Says which version this is.",
                Action = new SayVersion(),
            }
        );
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Description = "Explains the commands, or one of them.";
        return root;
    }

    /// <returns>The exit code.</returns>
    public static Task<int> Run(SettingWords words, TextWriter output, TextWriter errors)
    {
        // The operator reads English, in a shell of whatever language.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var call = Describe(new OperatorData(words.Settings)).Parse(Usual(words.Rest), Plainly);
        var terminal = call.InvocationConfiguration;
        (terminal.Output, terminal.Error) = (output, errors);
        terminal.EnableDefaultExceptionHandler = false;
        terminal.ProcessTerminationTimeout = null;
        return call.Action is ParseErrorAction
            ? Task.FromResult(CommandUsage.Explain(call))
            : call.InvokeAsync(terminal);
    }

    /// <summary>What is usual elsewhere: «help», «help invite», «version».</summary>
    private static string[] Usual(string[] words) =>
        words switch
        {
            ["help", .. var about] => [.. about, "--help"],
            ["version"] => ["--version"],
            _ => words,
        };

    private sealed class SayVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"CuratorBot {ProductVersion.Text}");
            return ExitCodes.Ok;
        }
    }
}
