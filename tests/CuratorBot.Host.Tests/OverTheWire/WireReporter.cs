using CuratorBot.Conversations.Forms;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Tests.Events;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Fills in a report over the Bot API, and goes on when all of an answer has arrived.</summary>
internal sealed class WireReporter(Stage stage, Person person) : IReporter
{
    private readonly StoredData _stored = stage.Stored();

    public Task Says(string text) => Do(() => person.Phone.SendText(text));

    public Task Presses(string label) => Do(() => person.Phone.Press(label));

    /// <summary>What the newest message says.</summary>
    public string Last => person.Heard[^1].Text ?? "";

    public bool Sees(string label) =>
        person.Heard.FindLast(said => said.Buttons().Any())?.Buttons().Any(button => button.Text == label)
        == true;

    public Task<(string Step, AnswerSheet Sheet)> Now()
    {
        var row = _stored
            .Ask(
                $"""
                SELECT Step, Sheet FROM sessions JOIN channel_accounts USING (PersonId)
                WHERE Active AND AccountId = {person.Account}
                """
            )
            .Single();
        return Task.FromResult(((string)row[0]!, AnswerSheet.FromJson((string)row[1]!)));
    }

    private async Task Do(Action act)
    {
        var before = Received();
        act();
        await stage.Host.WaitForHealth(_ => IsAnsweredSince(before));
    }

    private long Received() => (long?)_stored.Ask("SELECT MAX(Seq) FROM inbox").Single()[0] ?? 0;

    /// <summary>One look at all of it: what is handled is stored together with what is to be sent.</summary>
    private bool IsAnsweredSince(long before) =>
        _stored
            .Ask(
                $"""
                SELECT (SELECT MAX(Seq) FROM inbox) > {before}
                    AND NOT EXISTS (SELECT 1 FROM inbox WHERE State = 0)
                    AND NOT EXISTS (SELECT 1 FROM outbox WHERE State = 0)
                """
            )
            .Single()[0]
            is 1L;
}
