using System.CommandLine;
using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>verify-audit [--known number:hash]</c>: walks the chain of the audit and says in one line whether it
/// holds. With the number and hash of an earlier line it also sees an end that was cut off or written anew.
/// </summary>
internal static class VerifyAuditCommand
{
    public static Command Describe(OperatorData data)
    {
        var known = Answers.Read<(long Number, string Hash)>(
            "--known",
            "NUMBER:HASH",
            "What an earlier check told to keep: it shows an end that was cut off or written anew.",
            "NUMBER:HASH, as an earlier check printed it",
            ReadKnown
        );
        Command command = new("verify-audit", "Says whether the chain of the audit holds.") { known };
        command.SetAction(
            (call, _) =>
                Run(
                    data,
                    call.GetResult(known) is null ? null : call.GetValue(known),
                    call.InvocationConfiguration.Output
                )
        );
        return command;
    }

    /// <returns>The exit code: 0 when it holds, 1 when it does not, 2 when it could not be read.</returns>
    private static async Task<int> Run(OperatorData data, (long, string)? known, TextWriter output)
    {
        await using var app = data.OpenAsItIs();
        var read = app.Services.GetRequiredService<HostSettings>();
        if (PlaygroundMark.IsNothingIn(read.ConnectionString))
        {
            await output.WriteLineAsync(
                $"The audit could not be read: there is no database in {read.DataDirectory}."
            );
            return ExitCodes.Usage;
        }
        try
        {
            await using var db = app.Services.GetRequiredService<IUnitOfWork>().OpenForReading();
            var verdict = await AuditChain.Verify(db, known);
            await output.WriteLineAsync(Sentence(verdict));
            return verdict is AuditVerdict.Holds ? ExitCodes.Ok : ExitCodes.Failed;
        }
        catch (Exception error) when (error is StorageException or System.Data.Common.DbException)
        {
            await output.WriteLineAsync($"The audit could not be read: {error.Message}");
            return ExitCodes.Usage;
        }
    }

    private static string Sentence(AuditVerdict verdict)
    {
        FormattableString sentence = verdict switch
        {
            AuditVerdict.Holds { Count: 0 } => $"The audit holds; it has no entries yet.",
            AuditVerdict.Holds(var count, var hash) =>
                $"The audit holds; entries checked: {count}; keep {count}:{hash} to check it against later.",
            AuditVerdict.Missing(var at) => $"The audit is broken: entry {at} is missing.",
            AuditVerdict.Altered(var at) => $"The audit is broken: entry {at} is not as it was written.",
            AuditVerdict.ErasedSilently(var at) =>
                $"The audit is broken: what entry {at} held was erased, and no entry says so.",
            _ => throw new InvalidOperationException($"There is no sentence for {verdict}."),
        };
        return FormattableString.Invariant(sentence);
    }

    private static (long, string)? ReadKnown(string text) =>
        text.Split(':') is [var number, var hash]
        && long.TryParse(number, CultureInfo.InvariantCulture, out var sequence)
            ? (sequence, hash.ToLowerInvariant())
            : null;
}
