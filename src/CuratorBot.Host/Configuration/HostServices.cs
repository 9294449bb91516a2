using CuratorBot.Conversations.Arriving;
using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Database;
using CuratorBot.Host.Database.Locks;
using CuratorBot.Host.Demo;
using CuratorBot.Host.Jobs;
using CuratorBot.Host.Links;
using CuratorBot.Host.Log;
using CuratorBot.Schedule.Calendar;
using Microsoft.Extensions.Logging.Console;

namespace CuratorBot.Host.Configuration;

public static class HostServices
{
    private static readonly string[] ToldOtherwise =
    [
        "Microsoft.Extensions.Hosting.Internal.Host",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>The product and what it runs on, without a messenger: enough for the command line, too.</summary>
    public static IServiceCollection AddCuratorBotHost(
        this IServiceCollection services,
        HostSettings settings
    )
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Sending);
        services.AddSingleton(settings.Limits);
        services.AddSingleton(settings.Invitations);
        services.AddSingleton(settings.Drafts);
        services.AddSingleton(settings.Retention);
        services.AddSingleton(settings.Review);
        services.AddSingleton(settings.Advice);
        services.AddSingleton(settings.Evidence);
        services.AddSingleton<DataLocks>();
        services.AddSingleton<DatabaseCare>();
        services.AddSingleton(new RealTime(TimeProvider.System));
        services.AddSingleton<TimeProvider>(provider =>
            settings.DemoClock ? provider.GetRequiredService<DemoClock>() : TimeProvider.System
        );
        services.AddSingleton(_ => new DemoClock(Path.Combine(settings.DataDirectory, "demo-clock.txt")));
        services.AddSingleton(_ => new FileStore(settings.DataDirectory));
        services.AddSingleton(_ => WorkCalendar.Load(Path.Combine(settings.DataDirectory, "calendar")));
        if (settings.ChecksLinks)
            services.AddSingleton<ILinkProbe>(_ => new HttpLinkProbe(
                LinkRules.OfTheInternet,
                TimeProvider.System
            ));
        services.AddSqlite(settings.ConnectionString);
        services.AddHostedService<DiskWatch>();
        services.AddCuratorBot();
        services.AddJobs();
        services.AddBackups(settings);
        return services;
    }

    /// <summary>
    /// One line an event; the framework only when something is wrong, and not while <paramref name="isStarting"/>:
    /// what ends a start is told once, by whoever started it.
    /// </summary>
    public static void AddQuietLogging(this WebApplicationBuilder builder, Func<bool>? isStarting = null)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = EventLines.FormatterName);
        builder.Logging.AddConsoleFormatter<EventLines, ConsoleFormatterOptions>();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Hangfire", LogLevel.Warning);
        foreach (var category in ToldOtherwise)
            builder.Logging.AddFilter(
                category,
                level => level >= LogLevel.Warning && isStarting?.Invoke() != true
            );
    }
}
