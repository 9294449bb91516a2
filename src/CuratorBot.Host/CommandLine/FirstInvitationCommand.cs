using System.CommandLine;
using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Telegram;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging;
using CuratorBot.People;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>invite --role regional-coordinator [--region …] [--municipality id] [--school id]</c>: prints a one-time
/// link and code. So comes the first coordinator; afterwards people invite one another in the bot.
/// </summary>
internal static class FirstInvitationCommand
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToDictionary(role => string.Join('-', Words(role.ToString())).ToLowerInvariant());

    public static Command Describe(OperatorData data)
    {
        var role = Answers.OneOf("--role", "What the person is to be.", Roles.Keys);
        role.Required = true;
        Option<string> region =
                new("--region") { HelpName = "NAME", Description = "The name of her region." },
            municipality = new("--municipality") { HelpName = "ID", Description = "Her municipality." },
            school = new("--school") { HelpName = "ID", Description = "Her school." };
        Command command = new("invite", "Prints a one-time link and code that lets one person in.")
        {
            role,
            region,
            municipality,
            school,
        };
        command.SetAction(
            (call, cancellation) =>
                Run(
                    data,
                    new InvitedTo(
                        Roles[call.GetRequiredValue(role)],
                        call.GetValue(school),
                        call.GetValue(municipality),
                        call.GetValue(region)
                    ),
                    call.InvocationConfiguration.Output,
                    cancellation
                )
        );
        return command;
    }

    /// <returns>The exit code: 0, or 2 when there is no such place for that role.</returns>
    private static async Task<int> Run(
        OperatorData data,
        InvitedTo to,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        try
        {
            await Invite(data, to, output, cancellation);
            return ExitCodes.Ok;
        }
        catch (ArgumentException error)
        {
            await output.WriteLineAsync(error.Message);
            return ExitCodes.Usage;
        }
    }

    private static async Task Invite(
        OperatorData data,
        InvitedTo to,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        await using var app = await data.Open("invite");

        var invitations = app.Services.GetRequiredService<Invitations>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var made = await app
            .Services.GetRequiredService<IUnitOfWork>()
            .Write(
                scope => invitations.Create(scope.Db, to, new AuditActor(null, AuditActor.CommandLine, now)),
                cancellation
            );

        var links = app.Services.GetRequiredService<TelegramLinks>();
        if (app.Services.GetRequiredService<HostSettings>().HasToken)
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
