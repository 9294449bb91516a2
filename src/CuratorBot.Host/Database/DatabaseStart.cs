using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Seed;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database;

/// <summary>Brings the database to the shape that this version needs, and fills it for a demonstration.</summary>
public static class DatabaseStart
{
    public static async Task Prepare(IServiceProvider services)
    {
        var connections = services.GetRequiredService<SqliteConnections>();
        using var connection = connections.Open();
        await using (var db = new SqliteDb(SqliteConnections.OptionsFor(connection)))
            await db.Database.MigrateAsync();
        await services
            .GetRequiredService<IUnitOfWork>()
            .Write(async scope =>
            {
                await ConsentTexts.Publish(
                    scope.Db,
                    services.GetRequiredService<TextCatalogue>(),
                    services.GetRequiredService<TimeProvider>().GetUtcNow()
                );
                await ProjectFacts.Publish(scope.Db);
            });
        if (services.GetRequiredService<HostSettings>().DemoSeed)
            await Seed(services);
    }

    private static async Task Seed(IServiceProvider services)
    {
        var (ids, clock) = (
            services.GetRequiredService<IdGenerator>(),
            services.GetRequiredService<TimeProvider>()
        );
        await services
            .GetRequiredService<IUnitOfWork>()
            .Write(async scope =>
            {
                if (!await new DemoSeed(ids).WriteAsync(scope.Db))
                    return;
                await new DemoCast(ids, clock).WriteAsync(scope.Db);
                await SendMenus(services, scope, ids, clock.GetUtcNow());
            });
    }

    /// <summary>The cast gets its command menus, which others get when they are let in.</summary>
    private static async Task SendMenus(
        IServiceProvider services,
        WriteScope scope,
        IdGenerator ids,
        DateTimeOffset now
    )
    {
        var (menu, texts) = (
            services.GetRequiredService<CommandMenu>(),
            services.GetRequiredService<TextCatalogue>()
        );
        foreach (var account in await scope.Db.ChannelAccounts.AsNoTracking().ToListAsync())
        {
            if (await PeopleDirectory.Read(scope.Db, account.PersonId) is { } who)
                scope.Messages.Add(
                    Postman.RowFor(
                        account.Channel,
                        account.ChatId,
                        who.PersonId,
                        Lane.Broadcast,
                        menu.MessageFor(who, ids, texts),
                        now
                    )
                );
        }
    }
}
