using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

/// <summary>Looks for a word in every column of every table.</summary>
internal static class Canary
{
    public static Task<List<string>> TablesWith(World world, string word) =>
        world.Read(async db =>
        {
            var tables = await db
                .Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table'")
                .ToListAsync();
            var found = new List<string>();
            foreach (var table in tables)
                if (await Holds(db, table, word))
                    found.Add(table);
            return found;
        });

    private static async Task<bool> Holds(DbContext db, string table, string word)
    {
        var columns = await db
            .Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info({0})", table)
            .ToListAsync();
        foreach (var column in columns)
        {
            var sql =
                $"SELECT count(*) AS Value FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS TEXT), {{0}})";
            if (await db.Database.SqlQueryRaw<int>(sql, word).SingleAsync() > 0)
                return true;
        }
        return false;
    }
}
