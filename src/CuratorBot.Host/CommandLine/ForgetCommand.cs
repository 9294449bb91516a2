using System.CommandLine;
using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Messaging;
using CuratorBot.Privacy;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>forget --person ID</c>: asks the bot to forget a person. The running bot does it within minutes, or as
/// soon as it is started, so that two processes never rewrite the same file.
/// </summary>
internal static class ForgetCommand
{
    public static Command Describe(OperatorData data)
    {
        var person = Answers.Read<long>(
            "--person",
            "ID",
            "Her id, as list-people prints it.",
            "an id, as list-people prints it",
            text =>
                long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null
        );
        person.Required = true;
        Command command = new("forget", "Has the bot forget a person who asked for it on paper.") { person };
        command.SetAction(
            (call, _) => Run(data, call.GetRequiredValue(person), call.InvocationConfiguration.Output)
        );
        return command;
    }

    /// <returns>The exit code: 0, or 2 when the call cannot be followed.</returns>
    private static async Task<int> Run(OperatorData data, long personId, TextWriter output)
    {
        await using var app = await data.Open("forget");
        var (forgetting, clock) = (
            app.Services.GetRequiredService<Forgetting>(),
            app.Services.GetRequiredService<TimeProvider>()
        );
        var order = await app
            .Services.GetRequiredService<IUnitOfWork>()
            .Write(scope =>
                forgetting.Order(
                    scope.Db,
                    personId,
                    new AuditActor(null, AuditActor.CommandLine, clock.GetUtcNow())
                )
            );
        await output.WriteLineAsync(Sentence(order));
        return order == ForgetOrder.Given ? ExitCodes.Ok : ExitCodes.Usage;
    }

    private static string Sentence(ForgetOrder order) =>
        order switch
        {
            ForgetOrder.Given =>
                "The running bot will forget her within ten minutes; one that is not running, when it starts.",
            ForgetOrder.LastCoordinator =>
                "Nobody else coordinates her region. Invite a successor first: invite --role regional-coordinator",
            _ => "There is no such person, or she has been forgotten.",
        };
}
