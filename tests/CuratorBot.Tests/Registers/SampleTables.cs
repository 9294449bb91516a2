using System.Text.RegularExpressions;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CuratorBot.Tests.Registers;

/// <summary>The table of the samples, in the model and in the database of one world.</summary>
internal static partial class SampleTables
{
    public static readonly FurtherTables Beside = new(options =>
        options.ReplaceService<IModelCustomizer, WithSamples>()
    );

    public static Task Create(World world) =>
        world.UnitOfWork.Write(scope =>
            scope.Db.Database.ExecuteSqlRawAsync(
                CreateSamples().Match(scope.Db.Database.GenerateCreateScript()).Value
            )
        );

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
