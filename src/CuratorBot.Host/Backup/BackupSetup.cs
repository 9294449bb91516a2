using CuratorBot.Host.Configuration;

namespace CuratorBot.Host.Backup;

public static class BackupSetup
{
    /// <summary>Backups on demand; enough for the command line, too.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(settings.Backup);
        services.AddSingleton(DataPlace.Of(settings));
        services.AddSingleton(_ => new BackupShelf(settings.Backup.Directory));
        services.AddSingleton<BackupMaker>();
        services.AddSingleton<Restore>();
        return services;
    }

    /// <summary>And one every day, unless it is switched off.</summary>
    public static IServiceCollection AddDailyBackup(
        this IServiceCollection services,
        HostSettings settings
    ) =>
        settings.Backup.IsDaily
            ? services.AddSingleton<BackupKeeper>().AddHostedService<BackupWaking>()
            : services;
}
