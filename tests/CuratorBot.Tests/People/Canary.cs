using System.Text;
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

    /// <summary>The files of the database and of the data directory whose bytes hold the word.</summary>
    public static List<string> FilesWith(World world, string word)
    {
        string[] database = [world.DatabaseFile, $"{world.DatabaseFile}-wal", $"{world.DatabaseFile}-shm"];
        IEnumerable<string> kept = Directory.Exists(world.DataDirectory)
            ? Directory.EnumerateFiles(world.DataDirectory, "*", SearchOption.AllDirectories)
            : [];
        return
        [
            .. database
                .Where(File.Exists)
                .Concat(kept)
                .Where(file => BytesOf(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0),
        ];
    }

    /// <summary>Also of a file that the database has open.</summary>
    private static byte[] BytesOf(string file)
    {
        using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

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
