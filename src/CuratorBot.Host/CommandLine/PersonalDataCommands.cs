using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Privacy;

namespace CuratorBot.Host.CommandLine;

/// <summary>What an operator does for people and their data, beside what they do themselves with «/mydata».</summary>
internal static class PersonalDataCommands
{
    /// <summary>
    /// <c>forget --person ID</c>: asks the bot to forget a person. The running bot does it within minutes, or as
    /// soon as it is started, so that two processes never rewrite the same file.
    /// </summary>
    /// <returns>The exit code: 0, or 2 when the call is off or cannot be followed.</returns>
    public static async Task<int> Forget(string[] args, TextWriter output)
    {
        if (
            args is not ["--person", var text]
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var personId)
        )
            return await Explain(output, "forget --person ID");
        await using var app = await OperatorApp.Open();
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
        await output.WriteLineAsync(
            order switch
            {
                ForgetOrder.Given =>
                    "The running bot will forget her within ten minutes; one that is not running, when it starts.",
                ForgetOrder.LastCoordinator =>
                    "Nobody else coordinates her region. Invite a successor first: invite --role regional-coordinator",
                _ => "There is no such person, or she has been forgotten.",
            }
        );
        return order == ForgetOrder.Given ? 0 : 2;
    }

    /// <summary>
    /// <c>list-people [--since yyyy-MM-dd]</c>: everybody whose data the bot holds, one a line, with tabs between
    /// id, «member» or «expected», name, number and the last change in UTC.
    /// </summary>
    public static async Task<int> List(string[] args, TextWriter output)
    {
        var since = DateTimeOffset.MinValue;
        if (args.Length > 0 && (args is not ["--since", var day] || !TryReadDay(day, out since)))
            return await Explain(output, "list-people [--since yyyy-MM-dd]");
        await using var app = await OperatorApp.Open();
        await using var db = app.Services.GetRequiredService<IUnitOfWork>().OpenForReading();
        foreach (var person in await AffectedPeople.List(db, since))
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{person.Id}\t{(person.IsExpectedOnly ? "expected" : "member")}\t{person.Name}\t{person.Phone}\t{person.LastChange:u}"
                )
            );
        return 0;
    }

    private static async Task<int> Explain(TextWriter output, string usage)
    {
        await output.WriteLineAsync(usage);
        return 2;
    }

    private static bool TryReadDay(string text, out DateTimeOffset day) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out day
        );
}
