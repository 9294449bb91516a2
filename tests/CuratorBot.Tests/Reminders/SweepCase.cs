using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

/// <summary>A world of its own for a test, and short words for what the tests of reminders do to it.</summary>
public abstract class SweepCase : IAsyncLifetime
{
    protected const long Curator = 1001;
    protected const long Director = 1002;
    protected const long Teacher = 1003;
    protected const long Coordinator = 1004;
    protected const long Region = 1005;
    protected const long Stranger = 1006;
    protected const string School = "kuznetsk_sosh_3";

    protected World World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await World.Open();

    public async Task DisposeAsync() => await World.DisposeAsync();

    protected static DateTimeOffset At(string moscow) => Transcript.MoscowTime(moscow);

    /// <summary>New messages, not edits, that a chat has got.</summary>
    protected List<string> Heard(long account) =>
        [
            .. World
                .Channel.Heard.Where(heard =>
                    heard.ChatId == account && heard.Message.Kind == CuratorBot.Messaging.OutgoingKind.Send
                )
                .Select(heard => heard.Message.Text.Text),
        ];

    protected Task Change(Func<CuratorBotDb, Task> change) =>
        World.UnitOfWork.Write(scope => change(scope.Db));

    protected Task<long> PersonOf(long account) =>
        World.Read(db =>
            db.ChannelAccounts.Where(row => row.AccountId == account)
                .Select(row => row.PersonId)
                .SingleAsync()
        );

    protected static Task<Obligation> ObligationOf(CuratorBotDb db, string task, string owner = School) =>
        db.Obligations.SingleAsync(row => row.TaskId == task && row.OwnerId == owner);

    protected async Task Revoke(long account, Role role)
    {
        var person = await PersonOf(account);
        await Change(async db =>
        {
            var held = await db.RoleAssignments.SingleAsync(row =>
                row.PersonId == person && row.Role == role
            );
            held.RevokedAt = World.Clock.Now;
        });
    }

    /// <summary>A new person with one role, as if another process had let her in.</summary>
    protected Task Register(
        long account,
        Role role,
        string? school = null,
        string? municipality = null,
        string? region = null
    ) =>
        Change(db =>
        {
            var person = new Person { Id = World.Ids.Next(), Name = $"Новенькая {account}" };
            db.Add(person);
            db.Add(
                new ChannelAccount
                {
                    Id = World.Ids.Next(),
                    Channel = World.Channel.Name,
                    AccountId = account,
                    ChatId = account,
                    PersonId = person.Id,
                }
            );
            db.Add(
                new RoleAssignment
                {
                    Id = World.Ids.Next(),
                    PersonId = person.Id,
                    Role = role,
                    SchoolId = school,
                    MunicipalityId = municipality,
                    Region = region,
                    GrantedAt = World.Clock.Now,
                }
            );
            return Task.CompletedTask;
        });

    protected async Task Wish(long account, Action<MorningWish> wish)
    {
        var person = await PersonOf(account);
        await Change(async db =>
        {
            if (await db.MorningWishes.FindAsync(person) is not { } row)
                db.MorningWishes.Add(row = new MorningWish { PersonId = person });
            wish(row);
        });
    }

    protected Task<List<Reminder>> RowsOf(long person) =>
        World.Read(db => db.Reminders.Where(row => row.PersonId == person).ToListAsync());
}
