using CuratorBot.Host.Database.Documents;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.Status.Documents;

namespace CuratorBot.Host.Database;

public static class DatabaseSetup
{
    /// <summary>One SQLite file with one writer.</summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new SqliteConnections(connectionString));
        services.AddSingleton<SqliteUnitOfWork>();
        services.AddSingleton<IUnitOfWork>(provider => provider.GetRequiredService<SqliteUnitOfWork>());
        services.AddSingleton<IMessageReader, SqliteMessageReader>();
        services.AddSingleton<IStatusChanges, SqliteStatusChanges>();
        services.AddSingleton<IDocumentStore>(provider =>
            ActivatorUtilities.CreateInstance<LiteDocuments>(
                provider,
                LiteDocuments.FileBeside(DatabasePlace.Of(connectionString))
            )
        );
        services.AddSingleton(_ => new DatabaseInfo($"SQLite {SqliteConnections.Version()}"));
        return services;
    }
}
