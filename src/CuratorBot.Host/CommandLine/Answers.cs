using System.CommandLine;
using CuratorBot.Host.Configuration;

namespace CuratorBot.Host.CommandLine;

/// <summary>The kinds of arguments and options that the commands share, each with one line for a wrong one.</summary>
internal static class Answers
{
    public static Argument<string> ExistingFile(string description)
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = description };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && !File.Exists(name.Value))
                result.AddError($"There is no file {name.Value}.");
        });
        return file;
    }

    public static Option<bool> Apply() =>
        new("--apply") { Description = "Changes the data: all of it, or nothing when a row is bad." };

    /// <summary>One word of a few.</summary>
    public static Option<string> OneOf(string name, string description, IReadOnlyCollection<string> words)
    {
        var option = new Option<string>(name)
        {
            HelpName = string.Join('|', words),
            Description = description,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !words.Contains(given.Value))
                result.AddError(Refusal(name, given.Value, words));
        });
        return option;
    }

    /// <summary>A value of <typeparamref name="T"/>, or the line that says what is expected.</summary>
    /// <param name="read">Null for what cannot be read.</param>
    public static Option<T> Read<T>(
        string name,
        string helpName,
        string description,
        string expected,
        Func<string, T?> read
    )
        where T : struct =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                if (result.Tokens is [var given] && read(given.Value) is { } value)
                    return value;
                result.AddError($"{name} must be {expected}.");
                return default;
            },
        };

    private static string Refusal(string name, string given, IReadOnlyCollection<string> words)
    {
        var meant = NearestName.Of(given, words) is { } near ? $" Did you mean {near}?" : "";
        return $"{name} must be one of {string.Join(", ", words)}; '{given}' is none.{meant}";
    }
}
