using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Tables beside those of the product, which a test has of its own.</summary>
/// <param name="Add">Says so to the options of each context.</param>
public sealed record FurtherTables(Action<DbContextOptionsBuilder> Add);
