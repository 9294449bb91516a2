using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Telegram;
using CuratorBot.People;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>invite --role regional-coordinator [--region …] [--municipality id] [--school id]</c>: prints a one-time
/// link and code. So comes the first coordinator; afterwards people invite one another in the bot.
/// </summary>
internal static class InviteCommand
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToDictionary(role => string.Join('-', Words(role.ToString())).ToLowerInvariant());

    /// <returns>The exit code: 0, or 2 when the words of the call are off.</returns>
    public static async Task<int> Run(
        string[] args,
        TextWriter output,
        CancellationToken cancellation = default
    )
    {
        var options = Options(args);
        if (options is null || !Roles.TryGetValue(options.GetValueOrDefault("role", ""), out var role))
        {
            await output.WriteLineAsync(
                $"invite --role <{string.Join('|', Roles.Keys)}> [--region NAME] [--municipality ID] [--school ID]"
            );
            return 2;
        }
        var to = new InvitedTo(
            role,
            options.GetValueOrDefault("school"),
            options.GetValueOrDefault("municipality"),
            options.GetValueOrDefault("region")
        );
        try
        {
            await Invite(to, output, cancellation);
            return 0;
        }
        catch (ArgumentException error)
        {
            await output.WriteLineAsync(error.Message);
            return 2;
        }
    }

    private static async Task Invite(InvitedTo to, TextWriter output, CancellationToken cancellation)
    {
        await using var app = await OperatorApp.Open();

        var invitations = app.Services.GetRequiredService<Invitations>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var made = await app
            .Services.GetRequiredService<IUnitOfWork>()
            .Write(
                scope => invitations.Create(scope.Db, to, new AuditActor(null, AuditActor.CommandLine, now)),
                cancellation
            );

        var links = app.Services.GetRequiredService<TelegramLinks>();
        if (!app.Services.GetRequiredService<HostSettings>().Playground)
            await links.Learn(cancellation);
        if (links.StartLink(made.Token) is { } link)
            await output.WriteLineAsync($"Link: {link}");
        await output.WriteLineAsync(
            $"Code: {string.Join('-', made.Code.Chunk(4).Select(part => new string(part)))}"
        );
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"For one person, until {made.ExpiresAt:yyyy-MM-dd}. The code is typed to the bot after /start."
            )
        );
    }

    private static Dictionary<string, string>? Options(string[] args)
    {
        if (
            args.Length % 2 != 0
            || args.Where((_, index) => index % 2 == 0)
                .Any(name => !name.StartsWith("--", StringComparison.Ordinal))
        )
            return null;
        return args.Chunk(2)
            .ToDictionary(pair => pair[0][2..], pair => pair[1], StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Words(string name)
    {
        var from = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            if (at < name.Length && !char.IsUpper(name[at]))
                continue;
            yield return name[from..at];
            from = at;
        }
    }
}
