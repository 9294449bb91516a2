namespace CuratorBot.Host.CommandLine;

/// <summary>The one place that touches the terminal; the rest is given a writer.</summary>
internal static class StandardOutput
{
    public static TextWriter Open() => System.Console.Out;

    public static TextWriter OpenErrors() => System.Console.Error;
}
