using System.Text;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>What must not be found in logs, answers and files, however much is logged and whatever fails.</summary>
public sealed class SecrecyTests
{
    private const string Name = "Потаённая Фамильевна";
    private const string Phone = "79161234567";
    private const string Typed = "Секретная-Слобода";

    internal static readonly Dictionary<string, string?> EverythingIsLogged = new()
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft"] = "Trace",
        ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
        ["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging__LogLevel__System"] = "Trace",
        ["Logging__LogLevel__System.Net.Http"] = "Trace",
    };

    [Fact]
    public async Task Neither_the_token_nor_what_people_write_is_ever_logged_and_the_token_is_stored_nowhere()
    {
        await using var stage = await Stage.Open(EverythingIsLogged);
        await stage.Start();
        await GoThroughFailures(stage);
        var stranger = stage.Person(Stage.Stranger);
        await RegisterWithSecrets(stranger);
        stage.Playground.Updates.Enqueue(
            1,
            Letters.Bytes($"\"message\":{{\"text\":\"{Typed}\",\"date\":[]}}")
        );
        await stranger.Ask("/nosuch", Labels.UnknownCommand);
        var health = await stage.Host.Http.GetStringAsync(new Uri("/health", UriKind.Relative));
        await stage.Playground.DisposeAsync();
        await stage.Host.WaitForHealth(_ => stage.Host.Output.Contains("could not be fetched: NotSent"));
        await stage.Host.Stop();

        var output = stage.Host.Output;
        Assert.Contains("trce: ", output);
        Assert.Contains("is given up", output);
        foreach (var secret in new[] { HostUnderTest.Secret, Name, "Потаённая", Phone, Typed })
        {
            Assert.DoesNotContain(secret, output);
            Assert.DoesNotContain(secret, health);
        }
        Assert.DoesNotContain(FilesOf(stage), bytes => Holds(bytes, HostUnderTest.Secret));
        Assert.Contains(FilesOf(stage), bytes => Holds(bytes, Name)); // so the search does find things
    }

    [Fact]
    public async Task A_refused_token_is_not_repeated_in_the_log()
    {
        await using var stage = await Stage.Open(
            EverythingIsLogged,
            new PlaygroundOptions { Token = "1:another" }
        );
        await using var host = stage.Launch();

        Assert.Equal(ExitCodes.BadSettings, await host.WaitForExit());
        Assert.Contains("Telegram refuses Telegram:Token (401)", host.Output);
        Assert.DoesNotContain(HostUnderTest.Secret, host.Output);
    }

    private static async Task GoThroughFailures(Stage stage)
    {
        var person = stage.Person(5001);
        Fault[] faults =
        [
            new() { Kind = FaultKind.Answer, Status = 500 },
            new() { Kind = FaultKind.Drop },
            new() { Kind = FaultKind.AcceptThenDrop },
            new() { Kind = FaultKind.Truncate },
            new() { Kind = FaultKind.TooManyRequests, RetryAfter = 1 },
        ];
        foreach (var fault in faults)
            stage.Playground.Faults.Add(fault with { Method = "sendMessage", ChatId = 5001 });
        await person.Ask("/nosuch", Labels.UnknownCommand);
        await stage.Host.WaitUntilQuiet();
        stage.Playground.Faults.Clear();
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "sendMessage",
                ChatId = 5001,
                Status = 400,
                ContentType = "application/json",
                Body =
                    $$"""{"ok":false,"error_code":400,"description":"Bad Request: /bot{{HostUnderTest.Token}}/sendMessage"}""",
            }
        );
        person.Phone.SendText("/nosuch");
        await stage.Host.WaitForHealth(_ => stage.Host.Output.Contains("is given up"));
        await stage.Host.WaitUntilQuiet();
        stage.Playground.Faults.Add(new Fault { Kind = FaultKind.Drop, Method = "getUpdates" });
        await person.Ask("привет", Labels.Strangers);
        await person.Ask("/help", "Это бот проекта");
    }

    private static async Task RegisterWithSecrets(Person stranger)
    {
        await stranger.Ask("/start", "Согласие на обработку");
        await stranger.Press("Согласен", "Кем вы работаете");
        await stranger.Press("Директор школы", "В каком вы городе");
        await stranger.Ask(Typed, Typed);
        await stranger.Ask("Кузнецк", "Какая школа");
        await stranger.Ask("школа 5", "Как к вам обращаться");
        await stranger.Ask(Name, "Можно оставить номер");
        stranger.Phone.SendContact($"+{Phone}");
        await stranger.Hear("Проверьте заявку");
        await stranger.Press(Labels.Send, Labels.Sent);
    }

    private static List<byte[]> FilesOf(Stage stage) =>
        [
            .. Directory
                .EnumerateFiles(stage.Folder, "*", SearchOption.AllDirectories)
                .Select(File.ReadAllBytes),
        ];

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
