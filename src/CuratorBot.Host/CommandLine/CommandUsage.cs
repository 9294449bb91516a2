using System.CommandLine;
using System.CommandLine.Parsing;
using CuratorBot.Host.Configuration;

namespace CuratorBot.Host.CommandLine;

/// <summary>Says what is wrong with a call, one line each, and how it should be.</summary>
internal static class CommandUsage
{
    /// <returns>The exit code.</returns>
    public static int Explain(ParseResult call)
    {
        var (command, errors) = (call.CommandResult.Command, call.InvocationConfiguration.Error);
        var lines = call.UnmatchedTokens.Select(word => Unknown(word, command)).ToList();
        // The parser repeats in its own words what the lines before say.
        lines.AddRange(
            call.Errors.Where(error => lines.Count == 0 || error.SymbolResult is not CommandResult)
                .Select(error => error.Message)
        );
        foreach (var line in lines.Distinct(StringComparer.Ordinal))
            errors.WriteLine(line);
        errors.WriteLine(
            command is RootCommand
                ? $"Commands: {string.Join(", ", command.Subcommands.Select(one => one.Name))}; without one the bot runs. --help explains them."
                : $"Usage: {Of(command)}"
        );
        return ExitCodes.Usage;
    }

    /// <summary>Such as «import-schools FILE [--apply]».</summary>
    public static string Of(Command command) =>
        string.Join(
            ' ',
            command
                .Arguments.Select(argument => argument.HelpName ?? argument.Name.ToUpperInvariant())
                .Prepend(command.Name)
                .Concat(
                    command
                        .Options.Where(option => option is not System.CommandLine.Help.HelpOption)
                        .Select(Of)
                )
        );

    private static string Of(Option option)
    {
        var words = option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName}";
        return option.Required ? words : $"[{words}]";
    }

    private static string Unknown(string word, Command command)
    {
        var isOption = word.StartsWith('-');
        var names = isOption
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Select(one => one.Name);
        var meant = NearestName.Of(word, names) is { } near ? $" Did you mean {near}?" : "";
        return command is RootCommand && !isOption
            ? $"There is no command '{word}'.{meant}"
            : $"'{word}' is not understood here.{meant}";
    }
}
