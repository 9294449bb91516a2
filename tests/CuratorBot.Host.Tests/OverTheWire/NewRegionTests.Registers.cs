using CuratorBot.Host.Tests.Support;
using CuratorBot.Tables;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The registers of schools that no seed knows: by questions and as tables, each in its region alone.</summary>
public sealed partial class NewRegionTests
{
    private async Task KeepRegisters(Person region, Person coordinator)
    {
        await SchoolsBy(coordinator);
        await AgreementBy(coordinator);
        await OrdersBy(coordinator);

        // Whoever coordinates the region has all 60 schools, the papers of all, and no others.
        await region.Ask("/registers", "Что посмотреть");
        await region.Press("Школы: 60", "Всего 60");
        await region.Ask("/registers", "Что посмотреть");
        await region.Press("Приказы: 2", "СОШ №3 г. Дубравска: 12-од");
    }

    /// <summary>A group is corrected by questions, a part by a table, and then nothing is owed; of both the history is kept.</summary>
    private async Task SchoolsBy(Person coordinator)
    {
        await coordinator.Ask("/registers", "Что посмотреть");
        var list = await coordinator.Press("Школы: 15", "Всего 15");
        Assert.Contains("СОШ №10 г. Дубравска", list.Text);
        Assert.DoesNotContain("Кузнецк", list.Text);
        await coordinator.Press("2", "Школа: СОШ №10 г. Дубравска");
        await coordinator.Press("✏️ Исправить", "Школа: исправление");
        await coordinator.Press("✏️ Исправить", "Что исправить?");
        await coordinator.Press("Группа", "В какой группе");
        await coordinator.Ask("3", "Группа: 3");
        await coordinator.Press("✅ Сохранить", "Исправлено");
        await coordinator.Hear("Школа: СОШ №10 г. Дубравска");

        string[] titles = ["Муниципалитет", "Школа", "Участие", "Уровень неуспешности"];
        var refused = await SendTable(
            coordinator,
            "школы.xlsx",
            titles,
            ["г. Дубравск", "СОШ №10", "Участник проекта", "9"]
        );
        Assert.Contains("строка 2, СОШ №10: Уровень неуспешности, «9»", refused);
        var preview = await SendTable(
            coordinator,
            "школы.xlsx",
            titles,
            ["г. Дубравск", "СОШ №10", "Школа-лидер", "2"]
        );
        Assert.Contains("Участие: Участник проекта → Школа-лидер", preview);
        await coordinator.Press("✅ Применить", "изменено: 1");

        var status = await coordinator.Ask("/status СОШ №10 Дубравск", "О школе");
        Assert.Contains("школа-лидер", status.Text);
        Assert.Contains("Задач со сроками здесь нет", status.Text);
        await coordinator.Press("🗂 Реестры", "Что посмотреть");
        await coordinator.Press("Школы: 1", "Всего 1");
        await coordinator.Press("1", "Школа: СОШ №10 г. Дубравска");
        var history = await coordinator.Press("🕘 История", "Группа: 1 → 3");
        Assert.Contains("Участие: Участник проекта → Школа-лидер", history.Text);
    }

    private static async Task AgreementBy(Person coordinator)
    {
        await coordinator.Ask("/registers", "Что посмотреть");
        await coordinator.Press("Соглашения и договоры: 0", "Здесь пока ничего нет");
        await coordinator.Press("➕ Добавить", "Чья это запись?");
        await coordinator.Ask("школа 2", "С какой школой?");
        await coordinator.Ask("школа 3 Дубравск", "Что подписано?");
        await coordinator.Press("Соглашение о сотрудничестве", "Какой номер?");
        await coordinator.Press("— (нет)", "Когда подписано?");
        await coordinator.Ask("02.20.2020", "Такого дня нет в календаре");
        await coordinator.Ask("10.01.2022", "До какого дня действует?");
        await coordinator.Press("— (нет)", "О чём договорились?");
        await coordinator.Ask("Наставничество", "Пришлите ссылку");
        await coordinator.Press("Пропустить", "Соглашение: новая запись");
        await coordinator.Press("✅ Сохранить", "Записано");
        await coordinator.Ask("/registers", "Что посмотреть");
        await coordinator.Press("Соглашения и договоры: 1", "Всего 1");
    }

    private async Task OrdersBy(Person coordinator)
    {
        string[] titles = ["Муниципалитет", "Школа", "О чём", "Кем издан", "Номер", "Дата", "Название"];
        string[] ofTown =
        [
            "г. Дубравск",
            "",
            "Участие в проекте",
            "Управление образования",
            "45",
            "20.02.2020",
            "Об участии",
        ];
        string[] ofSchool =
        [
            "г. Дубравск",
            "СОШ №3",
            "Дорожная карта",
            "СОШ №3",
            "12-од",
            "11.01.2022",
            "О дорожной карте",
        ];
        string[] foreign = ["Зелёный район", "СОШ №3", "Другое", "СОШ №3", "7", "11.01.2022", "Чужой"];
        var refused = await SendTable(
            coordinator,
            "приказы.xlsx",
            titles,
            [.. ofTown[..5], "02.20.2020", "Об"],
            foreign
        );
        Assert.Contains("строка 2, г. Дубравск: Дата, «02.20.2020»: Такого дня нет в календаре.", refused);
        Assert.Contains("строка 3, СОШ №3:", refused);
        Assert.Contains("новых: 2", await SendTable(coordinator, "приказы.xlsx", titles, ofTown, ofSchool));
        await coordinator.Press("✅ Применить", "Добавлено: 2, изменено: 0");

        var file = await coordinator.Press("К списку", "Всего 2");
        coordinator.Phone.Press("📤 Таблица");
        using var written = new MemoryStream(
            await coordinator.HearFile("Приказы, 17.01.2022.xlsx", file.MessageId)
        );
        var read = Assert.IsType<TableReading.Read>(TableReader.Read(written));
        var rows = read.Tables[0].Rows;
        var number = rows[0].Cells.ToList().IndexOf("Номер");
        Assert.Equal(["Номер", "12-од", "45"], rows.Select(row => row[number]));
    }

    private static async Task<string> SendTable(
        Person person,
        string name,
        string[] titles,
        params IReadOnlyList<string[]> rows
    )
    {
        var sent = person.Phone.SendDocument(name, Workbook(titles, rows));
        return (await person.Hear($"файл «{name}»", sent.MessageId)).Text!;
    }
}
