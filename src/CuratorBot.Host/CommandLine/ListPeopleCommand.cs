using System.CommandLine;
using System.Globalization;
using CuratorBot.Messaging;
using CuratorBot.Privacy;

namespace CuratorBot.Host.CommandLine;

/// <summary>
/// <c>list-people [--since yyyy-MM-dd]</c>: everybody whose data the bot holds, one a line, with tabs between
/// id, «member» or «expected», name, number and the last change in UTC.
/// </summary>
internal static class ListPeopleCommand
{
    public static Command Describe(OperatorData data)
    {
        var since = Answers.Read<DateTimeOffset>(
            "--since",
            "yyyy-MM-dd",
            "Only those of whom something came in or was changed since that day.",
            "a day such as 2026-01-31",
            text => TryReadDay(text, out var day) ? day : null
        );
        Command command = new("list-people", "Lists everybody whose data the bot holds.") { since };
        command.SetAction((call, _) => Run(data, call.GetValue(since), call.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> Run(OperatorData data, DateTimeOffset since, TextWriter output)
    {
        await using var app = await data.Open("list-people");
        await using var db = app.Services.GetRequiredService<IUnitOfWork>().OpenForReading();
        foreach (var person in await AffectedPeople.List(db, since))
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{person.Id}\t{(person.IsExpectedOnly ? "expected" : "member")}\t{person.Name}\t{person.Phone}\t{person.LastChange:u}"
                )
            );
        return ExitCodes.Ok;
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
