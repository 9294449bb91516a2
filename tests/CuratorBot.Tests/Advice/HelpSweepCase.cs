using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Advice;

/// <summary>A world in which requests wait for an answer.</summary>
public abstract class HelpSweepCase : IAsyncLifetime
{
    protected const long Curator = 1001;
    protected const long Coordinator = 1004;
    protected const long Region = 1005;
    protected const string Answer = "💬 Ответить";

    protected World World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await World.Open();

    public async Task DisposeAsync() => await World.DisposeAsync();

    protected Task MoveTo(string moscow) => World.MoveClock(Moscow(moscow), remind: false);

    protected static DateTimeOffset Moscow(string time) => Transcript.MoscowTime(time);

    protected List<string> Heard(long account) =>
        [
            .. World
                .Channel.Heard.Where(heard =>
                    heard.ChatId == account && heard.Message.Kind == OutgoingKind.Send
                )
                .Select(heard => heard.Message.Text.Text)
                .Where(text =>
                    text.StartsWith("🙋 Ждёт", StringComparison.Ordinal)
                    || text.StartsWith("🙋 Ждут", StringComparison.Ordinal)
                ),
        ];

    /// <summary>The reminder as it stands in her chat now.</summary>
    protected OutgoingMessage Shown(long account)
    {
        var first = World.Channel.Heard.First(heard =>
            heard.ChatId == account && heard.Message.Text.Text.StartsWith("🙋 Ждут", StringComparison.Ordinal)
        );
        return World.Channel.Shown[(account, first.MessageId)];
    }

    protected Task<long> PersonOf(long account) =>
        World.Read(db =>
            db.ChannelAccounts.Where(row => row.AccountId == account)
                .Select(row => row.PersonId)
                .SingleAsync()
        );

    protected Task Revoke(params Role[] revoked) =>
        World.UnitOfWork.Write(async scope =>
        {
            foreach (
                var role in await scope
                    .Db.RoleAssignments.Where(row => revoked.Contains(row.Role))
                    .ToListAsync()
            )
                role.RevokedAt = World.Clock.Now;
        });
}
