using CuratorBot.Tables;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.People.Roster;

/// <summary>Files as coordinators send them.</summary>
internal static class RosterFiles
{
    public static readonly string[] Sneg =
    [
        "Синеглазкина Снежинка",
        "+79270000011",
        "директор",
        "Кузнецк",
        "СОШ №16",
        "sneg@example.ru",
    ];

    public static readonly string[] Tubik = ["Тюбиков Тюбик", "+79270000012", "куратор", "Кузнецк", "СОШ №3"];

    public static byte[] Workbook(params string[][] rows) =>
        SheetWriter.Write(
            new Sheet(
                "Реестр",
                [
                    .. new[] { "ФИО", "Телефон", "Роль", "Муниципалитет", "Школы", "E-mail" }.Select(
                        title => new SheetColumn(title, 20)
                    ),
                ],
                rows
            )
        );

    public static Task Send(World world, long account, params string[][] rows) =>
        new Phone(world, account).SendsFile("реестр.xlsx", Workbook(rows));

    /// <summary>Sends and applies.</summary>
    public static async Task Import(World world, long account, params string[][] rows)
    {
        await Send(world, account, rows);
        await new Phone(world, account).Presses("✅ Применить");
    }
}
