using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Support;

/// <summary>Rows that nobody can change: whoever tries, fails, as by a defect that only this row brings to light.</summary>
internal static class Poison
{
    /// <param name="ofColumn">Only that column cannot be changed; the whole row when null.</param>
    public static Task Changes(World world, string table, long id, string? ofColumn = null) =>
        Execute(
            world,
            $"""
            CREATE TRIGGER poison_{table}_{id}_{ofColumn} BEFORE UPDATE {(
                ofColumn is null ? "" : $"OF {ofColumn}"
            )} ON {table}
            WHEN OLD.Id = {id} BEGIN SELECT RAISE(ABORT, 'poison'); END
            """
        );

    public static Task Removal(World world, string table, long id) =>
        Execute(
            world,
            $"""
            CREATE TRIGGER kept_{table}_{id} BEFORE DELETE ON {table}
            WHEN OLD.Id = {id} BEGIN SELECT RAISE(ABORT, 'poison'); END
            """
        );

    public static Task Remedy(World world, string table, long id) =>
        Execute(world, $"DROP TRIGGER poison_{table}_{id}_");

    private static Task Execute(World world, string sql) =>
        world.UnitOfWork.Write(scope => scope.Db.Database.ExecuteSqlRawAsync(sql));
}
