using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>verify-audit [--known number:hash]</c>: walks the chain of the audit and says in one line whether it
/// holds. With the number and hash of an earlier line it also sees an end that was cut off or written anew.
/// </summary>
internal static class VerifyAuditCommand
{
    /// <returns>The exit code: 0 when it holds, 1 when it does not, 2 when it could not be read.</returns>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        if (!TryReadKnown(args, out var known))
        {
            await output.WriteLineAsync("verify-audit [--known NUMBER:HASH]");
            return 2;
        }
        var builder = WebApplication.CreateBuilder();
        var settings = HostSettings.Read(builder.Configuration);
        builder.AddQuietLogging();
        builder.Services.AddCuratorBotHost(settings);
        await using var app = builder.Build();
        try
        {
            await using var db = app.Services.GetRequiredService<IUnitOfWork>().OpenForReading();
            var verdict = await AuditChain.Verify(db, known);
            await output.WriteLineAsync(Sentence(verdict));
            return verdict is AuditVerdict.Holds ? 0 : 1;
        }
        catch (Exception error) when (error is StorageException or System.Data.Common.DbException)
        {
            await output.WriteLineAsync($"The audit could not be read: {error.Message}");
            return 2;
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

    private static bool TryReadKnown(string[] args, out (long, string)? known)
    {
        known = null;
        if (args.Length == 0)
            return true;
        if (
            args is not ["--known", var text]
            || text.Split(':') is not [var number, var hash]
            || !long.TryParse(number, CultureInfo.InvariantCulture, out var sequence)
        )
            return false;
        known = (sequence, hash.ToLowerInvariant());
        return true;
    }
}
