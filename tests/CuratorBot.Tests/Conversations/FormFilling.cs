using CuratorBot.Conversations.Forms;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>Fills in a form from its opening to its end: whatever stands open is answered as the play says.</summary>
internal sealed class FormFilling(World world, FormPlay play)
{
    private const int MostSteps = 60;
    private readonly Transcript _transcript = new(world);

    /// <summary>Called before each step with the draft as it lies in the database.</summary>
    public Func<Session, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>How the play calls the question that the draft calls so.</summary>
    public Func<string, string> KnownAs { get; init; } = step => step;

    /// <summary>Answers to questions that the play does not know.</summary>
    public Func<string, string?> Otherwise { get; init; } = _ => null;

    /// <summary>All that stood open, as «form.question».</summary>
    public List<string> Steps { get; } = [];

    public Task Open() => _transcript.Play(play.Opening);

    public async Task Finish()
    {
        foreach (var _ in Enumerable.Range(0, MostSteps))
        {
            if (await Draft() is not { } draft)
            {
                foreach (var line in play.Afterwards)
                    await Do(line);
                return;
            }
            Steps.Add($"{draft.Form}.{draft.Step}");
            await Before(draft);
            await Answer((await Draft())!);
        }
        Assert.Fail($"It does not come to an end: {string.Join(", ", Steps)}");
    }

    private Task Do(string line) => _transcript.Play([$"> {line}"]);

    private async Task Answer(Session draft)
    {
        foreach (var line in LinesFor(draft))
            if (await Draft() is { } now && now.Step == draft.Step) // one of them may have been enough
                await Do(line);
    }

    private IEnumerable<string> LinesFor(Session draft)
    {
        var key = KnownAs(draft.Step);
        if (play.Answers.TryGetValue(key, out var lines))
            return lines;
        if (Otherwise(key) is { } other)
            return [other];
        return key == FormEngine.SummaryStep
            ? [$"[{Text($"{draft.Form}.send")}]"]
            : [$"[{Text($"{draft.Form}.{key}.skip") ?? Text("forms.skip")}]"];
    }

    private string? Text(string key)
    {
        var texts = world.Services.GetRequiredService<TextCatalogue>();
        return texts.Has(key) ? texts.Plain(key) : null;
    }

    private Task<Session?> Draft() =>
        world.Read(db =>
            (
                from draft in db.Sessions
                join account in db.ChannelAccounts on draft.PersonId equals account.PersonId
                where account.AccountId == play.Account && draft.Active
                select draft
            ).SingleOrDefaultAsync()
        );
}
