namespace CuratorBot.Host.CommandLine;

/// <summary>Ends the process with one line for the operator, which says what is wrong and what to do.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
public sealed class RefusedException(int exitCode, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public int ExitCode => exitCode;
}
