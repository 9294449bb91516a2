using System.Security.Cryptography;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The drill: a backup of the running bot, the loss of everything, and all is there again.</summary>
public sealed class BackupDrillTests : IDisposable
{
    private static readonly byte[] Photo = SampleFiles.Jpeg("visit");
    private static readonly byte[] Agreement = [.. "%PDF-1.4 agreement"u8];

    private readonly string _safe = Directory.CreateTempSubdirectory("curatorbot-safe-").FullName;

    public void Dispose() => Directory.Delete(_safe, recursive: true);

    [Fact]
    public async Task After_the_loss_of_the_data_a_restore_brings_back_reports_deadlines_and_photos()
    {
        await using var stage = await Stage.OpenAndStart();
        var coordinator = stage.Person(Stage.Coordinator);
        await Report(stage.Person(Stage.Curator));
        await Prove(stage.Person(Stage.Director));
        var status = (await coordinator.Ask("/status Кузнецк", "г. Кузнецк")).Text;
        await stage.Host.WaitUntilQuiet();

        var archive = Path.Combine(_safe, "safe.zip");
        var backup = await Call(stage, "backup", archive);
        var refused = await Call(stage, "restore", archive);
        Assert.Equal((69, 0L), (refused.Code, stage.Stored().WaitingInbox));
        await stage.Host.Kill();
        Empty(stage.Folder);
        var restore = await Call(stage, "restore", archive);
        await stage.Start();

        Assert.Equal((0, 0), (backup.Code, restore.Code));
        Assert.StartsWith($"Backup {archive}: ", backup.Said, StringComparison.Ordinal);
        Assert.StartsWith("Restored the backup of ", restore.Said, StringComparison.Ordinal);
        var asked = coordinator.Phone.SendText("/status Кузнецк");
        Assert.Equal(status, (await coordinator.Hear("г. Кузнецк", asked.MessageId)).Text);
        Assert.Equal(
            Photo,
            await Show(coordinator, "Открыть отчёт", "Показать фото и документы", "photo.jpg")
        );
        Assert.Equal(
            Agreement,
            Kept(stage, "EvidenceStoredAs FROM obligations WHERE EvidenceName = 'Соглашение.pdf'")
        );
        await using var audit = stage.Launch(null, null, "verify-audit");
        Assert.Equal(0, await audit.WaitForExit());
    }

    /// <summary>Where a restore dies, and whether what counts then is the backup.</summary>
    public static TheoryData<string, bool> Deaths =>
        new()
        {
            { "restore.staged", false },
            { "restore.decided", true },
            { "restore.movedAside", true },
            { "restore.movedAside:2", true },
            { "restore.movedIn", true },
            { "restore.movedIn:2", true },
        };

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_restore_that_is_killed_leaves_the_old_data_or_the_new_and_never_a_mixture(
        string place,
        bool isRestored
    )
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Host.Stop();
        var photo = Keep(stage, "of the backup");
        var archive = Path.Combine(_safe, "safe.zip");
        Assert.Equal(0, (await Call(stage, "backup", archive)).Code);
        File.Delete(Path.Combine(stage.Folder, photo));
        var later = Keep(stage, "of later");
        stage.Stored().Change("UPDATE people SET Name = 'Позднее Имя' WHERE Name = 'Варвара Примерова'");

        await using (var doomed = stage.Launch(place, null, "restore", archive))
            Assert.Equal(128 + 9, await doomed.WaitForExit());
        await stage.Start();
        await stage.Host.Stop();

        Assert.Equal(
            (isRestored, isRestored, !isRestored),
            (
                stage.Stored().Count("people WHERE Name = 'Варвара Примерова'") == 1,
                File.Exists(Path.Combine(stage.Folder, photo)),
                File.Exists(Path.Combine(stage.Folder, later))
            )
        );
        Assert.False(Directory.Exists(Path.Combine(stage.Folder, ".restoring")));
    }

    private static async Task Report(Person curator)
    {
        await curator.Ask("/report", "О каком мероприятии");
        curator.Phone.SendPhoto(Photo);
        await curator.Hear("Получен");
        await curator.Press("Посещение школы", "В какой школе");
        await curator.Press("СОШ №3 г. Кузнецка", "Когда это было");
        await curator.Press("Сегодня, 17 января", "Сколько было");
        await curator.Ask("12", "Проверьте отчёт");
        await curator.Press("✅ Отправить", "Отчёт отправлен");
    }

    private static async Task Prove(Person director)
    {
        var tasks = await director.Ask("/tasks", "Посещение школ");
        var line = tasks
            .Text!.Split('\n')
            .Single(one => one.Contains("Посещение школ", StringComparison.Ordinal));
        await director.Press($"Готово: {line.Split('.')[0]}", "Пришлите документ");
        director.Phone.SendDocument("Соглашение.pdf", Agreement);
        await director.Hear("Записано: сдано");
    }

    private static async Task<byte[]> Show(Person who, string open, string show, string file)
    {
        var before = who.Heard[^1].MessageId;
        who.Phone.Press(open);
        var card = await who.Hear("Посещение школы", before);
        who.Phone.Press(show);
        return await who.HearFile(file, card.MessageId);
    }

    private static byte[] Kept(Stage stage, string column) =>
        File.ReadAllBytes(
            Path.Combine(stage.Folder, (string)stage.Stored().Ask($"SELECT {column}").Single()[0]!)
        );

    /// <summary>A file in the store of which nothing speaks.</summary>
    private static string Keep(Stage stage, string content)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = $"files/kept/{hash[..2]}/{hash}";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(stage.Folder, path))!);
        File.WriteAllBytes(Path.Combine(stage.Folder, path), bytes);
        return path;
    }

    private static async Task<(int Code, string Said)> Call(Stage stage, params string[] arguments)
    {
        await using var call = stage.Launch(null, null, arguments);
        var code = await call.WaitForExit();
        return (code, call.Output.Trim());
    }

    private static void Empty(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            File.Delete(file);
        foreach (var inner in Directory.EnumerateDirectories(folder))
            Directory.Delete(inner, recursive: true);
    }
}
