using System.Net;
using System.Text;
using CuratorBot.Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The disk fills up under the running host, and somebody frees it again.</summary>
public sealed class FullDiskTests
{
    private const string Refused = "Nothing can be stored";
    private const string WritesAgain = "The database takes writes again";
    private const string HookPath = "/telegram/hook";
    private const string Secret = "a-secret-of-the-webhook_0123456789";

    private static readonly string LongText = new('ш', 4000);

    [Fact]
    public async Task What_cannot_be_stored_stays_with_the_messenger_and_is_answered_when_there_is_room_again()
    {
        using var disk = SmallDisk.Open();
        await using var stage = await Stage.Open(folder: disk.Folder);
        await stage.Start();
        await stage.Host.WaitUntilQuiet();
        disk.Fill();
        var sent = await WriteUntilRefused(stage);
        var curator = stage.Person(Stage.Curator);
        curator.Phone.SendText("/help");
        await stage.Host.WaitForHealth(_ => stage.Playground.Updates.Count > 0);
        var storedWhileFull = stage.Stored().Count("inbox");
        Assert.True(storedWhileFull < sent);

        disk.Free();
        await curator.Hear(Labels.Help);
        await stage.Host.WaitForHealth(_ => stage.Playground.Updates.Count == 0);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.WaitForHealth(_ => stage.Host.Output.Contains(WritesAgain));

        Assert.Equal(sent + 1, stage.Stored().Count("inbox"));
        Assert.Equal(0, stage.Stored().Count("inbox WHERE State <> 1 OR Attempts > 0"));
        Assert.Equal(1, curator.CountOf(Labels.Help));
        Assert.InRange(LinesOf(stage, Refused), 1, 3);
        await stage.Host.EndWell();
    }

    [Fact]
    public async Task On_a_full_disk_the_host_still_ends_when_it_is_asked_to()
    {
        using var disk = SmallDisk.Open();
        await using var stage = await Stage.Open(folder: disk.Folder);
        await stage.Start();
        disk.Fill();
        await WriteUntilRefused(stage);

        // It waits no longer for that than for a process to end.
        await stage.Host.Stop();
    }

    [Fact]
    public async Task Posted_updates_are_refused_while_nothing_can_be_stored_and_taken_when_there_is_room_again()
    {
        using var disk = SmallDisk.Open();
        var port = HostUnderTest.FreePort();
        await using var stage = await Stage.Open(
            new()
            {
                ["Telegram__Mode"] = "webhook",
                ["Telegram__WebhookUrl"] = $"http://127.0.0.1:{port}{HookPath}",
                ["Telegram__WebhookSecret"] = Secret,
            },
            folder: disk.Folder
        );
        await stage.Start(port: port);
        await stage.Host.WaitUntilQuiet();
        disk.Fill();
        var number = 900;
        while (await Post(stage, ++number) == HttpStatusCode.OK)
            Assert.True(number < 5000);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Post(stage, number));
        Assert.Equal(0, stage.Stored().Count($"inbox WHERE UpdateId = {number}"));

        disk.Free();
        Assert.Equal(HttpStatusCode.OK, await Post(stage, number));
        Assert.Equal(1, stage.Stored().Count($"inbox WHERE UpdateId = {number}"));
        await stage.Host.WaitUntilQuiet();
    }

    [Fact]
    public async Task A_log_that_a_reader_let_grow_until_the_disk_was_full_is_cut_off_once_she_has_gone()
    {
        using var disk = SmallDisk.Open(megabytes: 48);
        await using var stage = await Stage.Open(folder: disk.Folder);
        await stage.Start();
        await stage.Host.WaitUntilQuiet();
        int sent;
        using (
            var reader = new SqliteConnection($"Data Source={Database(stage)};Mode=ReadOnly;Pooling=False")
        )
        {
            reader.Open();
            using var begin = reader.CreateCommand();
            begin.CommandText = "BEGIN; SELECT COUNT(*) FROM revision";
            begin.ExecuteNonQuery();
            disk.Fill(leaveKilobytes: 20 * 1024);
            sent = await WriteUntilRefused(stage);
            Assert.True(new FileInfo($"{Database(stage)}-wal").Length > 16 << 20);
        }
        disk.Free();
        await stage.Host.WaitForHealth(_ => stage.Playground.Updates.Count == 0);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.WaitForHealth(_ => new FileInfo($"{Database(stage)}-wal").Length <= 16 << 20);

        Assert.Equal(sent, stage.Stored().Count("inbox"));
        Assert.Equal(0, stage.Stored().Count("inbox WHERE State <> 1 OR Attempts > 0"));
    }

    private static string Database(Stage stage) => Path.Combine(stage.Folder, "curatorbot.db");

    /// <summary>
    /// What was freed before within the files is used up first, so a disk without a free byte still takes some.
    /// </summary>
    /// <returns>How many messages were written.</returns>
    private static async Task<int> WriteUntilRefused(Stage stage)
    {
        var sent = 0;
        while (!stage.Host.Output.Contains(Refused))
        {
            Assert.True(sent < 20_000, "Everything is stored.");
            for (var person = 0; person < 50; person++, sent++)
                stage.Person(5000 + person).Phone.SendText(LongText);
            await stage.Host.WaitForHealth(_ =>
                stage.Playground.Updates.Count == 0 || stage.Host.Output.Contains(Refused)
            );
        }
        return sent;
    }

    private static int LinesOf(Stage stage, string words) =>
        stage.Host.Output.Split('\n').Count(line => line.Contains(words));

    private static async Task<HttpStatusCode> Post(Stage stage, int number)
    {
        var letter = Encoding.UTF8.GetString(Letters.Text(5000 + (number % 50), LongText));
        using var request = new HttpRequestMessage(HttpMethod.Post, HookPath);
        request.Content = new StringContent(
            $"{{\"update_id\":{number},{letter}}}",
            Encoding.UTF8,
            "application/json"
        );
        request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await stage.Host.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
