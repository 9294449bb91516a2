using System.Text.RegularExpressions;
using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CuratorBot.Tests.Registers;

/// <summary>
/// The table of the samples. It is in the model of all worlds, because the compiled queries of the product take one
/// model only.
/// </summary>
internal static partial class SampleTables
{
    public static readonly FurtherTables Beside = new(options =>
        options.ReplaceService<IModelCustomizer, WithSamples>()
    );

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
