using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CuratorBot.Tests.Registers;

/// <summary>The table of the samples, which no migration knows.</summary>
internal static partial class SampleTables
{
    [ModuleInitializer]
    internal static void StandBesideThoseOfTheProduct() =>
        SqliteConnections.Beside = options =>
            options
                .ReplaceService<IModelCustomizer, WithSamples>()
                .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    public static Task Create(CuratorBotDb db) =>
        db.Database.ExecuteSqlRawAsync(CreateSamples().Match(db.Database.GenerateCreateScript()).Value);

    [GeneratedRegex("""CREATE TABLE "samples" \([^;]*\);""")]
    private static partial Regex CreateSamples();

    private sealed class WithSamples(ModelCustomizerDependencies dependencies)
        : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            new SampleMapping().Configure(modelBuilder.Entity<Sample>());
        }
    }
}
