using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database.Locks;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Helping;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Seed;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database;

/// <summary>Opens the database for a run: trusted, of this version, and filled for a demonstration.</summary>
public static class DatabaseStart
{
    /// <summary>Holds the data directory until the process ends.</summary>
    /// <exception cref="CommandLine.RefusedException">Another bot runs, or the database cannot be trusted.</exception>
    public static async Task ForBot(IServiceProvider services)
    {
        const string who = "the bot";
        var (locks, database) = Of(services);
        await locks.Take(DataUse.Bot, who);
        await HalfRestore.Finish(locks, services.GetRequiredService<HostSettings>().DataDirectory);
        database.Check();
        if (!database.IsUpToDate())
        {
            using var alone = await locks.Take(DataUse.Everything, who);
            database.BringUpToDate();
        }
        await Fill(services);
    }

    /// <summary>
    /// Beside the bot if it runs; then it has checked the database. Only one that is not of this version is wanted
    /// alone, and meanwhile this lets go of what a starting bot may be waiting for.
    /// </summary>
    /// <exception cref="CommandLine.RefusedException">Another command goes on and on, or the database cannot be trusted.</exception>
    public static async Task ForCommand(IServiceProvider services, string command)
    {
        var (locks, database) = Of(services);
        var taken = await locks.Take(DataUse.Command, command);
        while (!database.IsUpToDate())
        {
            taken.Dispose();
            using (await locks.Take(DataUse.Everything, command))
                database.BringUpToDate();
            taken = await locks.Take(DataUse.Command, command);
        }
        await Fill(services);
    }

    private static (DataLocks, DatabaseCare) Of(IServiceProvider services) =>
        (services.GetRequiredService<DataLocks>(), services.GetRequiredService<DatabaseCare>());

    private static async Task Fill(IServiceProvider services)
    {
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
                if (!await new DemoSeed(ids).Write(scope.Db))
                    return;
                await new DemoCast(ids, clock).Write(scope.Db);
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
        var (catalogue, texts) = (
            services.GetRequiredService<Catalogue>(),
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
                        CommandMenu.MessageFor(catalogue.Commands, who, ids, texts),
                        now
                    )
                );
        }
    }
}
