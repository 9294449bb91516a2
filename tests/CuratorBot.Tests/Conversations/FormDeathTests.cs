using CuratorBot.Audit;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Tests.Events;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>
/// The bot dies of every single message of every form, at every place on its way, and another run takes up what
/// is on disk: it must end as if nobody had died.
/// </summary>
public sealed class FormDeathTests
{
    /// <summary>So many messages may be under way when it dies, and may come again.</summary>
    private const int InFlight = 3;

    private static readonly string[] Places =
    [
        FailPoints.Received,
        FailPoints.Stored,
        FailPoints.Handled,
        FailPoints.Committed,
        FailPoints.Sent,
        FailPoints.Marked,
    ];

    private static readonly string[] BeforeAnythingIsSent =
    [
        FailPoints.Received,
        FailPoints.Stored,
        FailPoints.Handled,
    ];

    public static TheoryData<string> Forms => FormPlays.Names;

    public static TheoryData<string> Kinds => ReportPlays.Names;

    [Fact]
    public void Every_form_has_a_play() =>
        Assert.Equal(FormPropertyTests.Openings.Keys.Order(), FormPlays.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Whenever_it_dies_a_form_is_as_far_as_she_was_told(string form) =>
        DieEverywhere(FormPlays.All[form]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Whenever_it_dies_a_report_is_as_far_as_she_was_told(string kind) =>
        DieEverywhere(ReportPlays.All[kind]);

    private static async Task DieEverywhere(FormPlay play)
    {
        var calm = await Play(play, diesAt: null);
        Assert.Equal(0, calm.Deaths + calm.Repeated);
        await Task.WhenAll(Places.Select(place => Task.Run(() => Compare(play, calm, place))));
    }

    private static async Task Compare(FormPlay play, Run calm, string place)
    {
        var torn = await Play(play, place);
        Assert.True(calm.Messages == torn.Deaths, $"{place}: {torn.Deaths} of {calm.Messages} died.");
        Assert.Empty(
            calm.Lines.Except(torn.Lines)
                .Select(line => $"{place}: lost {line}")
                .Concat(torn.Lines.Except(calm.Lines).Select(line => $"{place}: instead {line}"))
        );
        Assert.Equal(calm.Lines, torn.Lines);
        Assert.InRange(
            torn.Repeated,
            place == FailPoints.Sent ? torn.Deaths : 0,
            BeforeAnythingIsSent.Contains(place) ? 0 : torn.Deaths * InFlight
        );
    }

    /// <param name="Lines">
    /// The draft before each of her messages, what is in the database in the end, and what everybody was told,
    /// chat by chat, but each message only once.
    /// </param>
    private sealed record Run(int Messages, int Deaths, int Repeated, IReadOnlyList<string> Lines);

    private static async Task<Run> Play(FormPlay play, string? diesAt)
    {
        await using var world = await World.Open(also: AtTheRealBound);
        world.Ids.StandOut();
        var lines = new List<string>();
        var filling = new FormFilling(world, play)
        {
            Before = draft =>
            {
                lines.Add(Remains.Numbered($"{draft.Form}.{draft.Step} {draft.Turn} {draft.Sheet}"));
                return Task.CompletedTask;
            },
        };
        await filling.Open();
        var before = world.Handed;
        world.DiesAt = diesAt;
        await filling.Finish();
        await AllWasDealtWith(world);
        lines.AddRange(Remains.Of(world).Split('\n'));
        var heard = world.Channel.Heard.DistinctBy(one => one.Message.Id).ToList();
        lines.AddRange(Remains.Numbered(ChatByChat(heard)).Split('\n'));
        return new Run(world.Handed - before, world.Deaths, world.Channel.Heard.Count - heard.Count, lines);
    }

    private static void AtTheRealBound(IServiceCollection services)
    {
        SampleForms.Version(4)(services);
        services.AddSingleton(
            new SendingOptions
            {
                MessagesPerSecond = 100_000,
                MessagesPerSecondPerChat = 100_000,
                InFlight = InFlight,
            }
        );
    }

    private static async Task AllWasDealtWith(World world)
    {
        var left = await world.Read(db => db.Inbox.Where(row => row.State != InboxState.Done).ToListAsync());
        Assert.True(left.Count == 0, string.Join('\n', world.Log.Holding(["Exception"])));
        Assert.False(await world.Read(db => db.Outbox.AnyAsync(row => row.State != OutboxState.Sent)));
        Assert.IsType<AuditVerdict.Holds>(await world.Read(db => AuditChain.Verify(db)));
    }

    private static string ChatByChat(List<Heard> heard) =>
        string.Join(
            '\n',
            heard
                .GroupBy(one => one.ChatId)
                .OrderBy(chat => chat.Key)
                .SelectMany(chat => chat.Select(one => $"{chat.Key}: {Postman.Write(one.Message)}"))
        );
}
