using System.Text.Json;
using CuratorBot.Playground;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Phones;

namespace CuratorBot.Host.Tests.Playground;

/// <summary>Whatever was said in the playground, it starts again and shows it as it was.</summary>
public sealed class RestartTests : IDisposable
{
    private const long Person = 7;
    private const long Group = -70;
    private readonly string _folder = Directory.CreateTempSubdirectory("playground-restart-").FullName;

    private static readonly Dictionary<string, Func<PlaygroundServer, BotClient, Task>> Happenings = new()
    {
        ["text"] = Of(phone => phone.SendText("hello")),
        ["text in a group"] = Of(phone => phone.SendText("hello", Group)),
        ["photo"] = Of(phone => phone.SendPhoto([1, 2, 3], "a caption")),
        ["photo of a pretended size"] = Of(phone => phone.SendPhoto(5_000)),
        ["album"] = Of(phone =>
            phone.SendAlbum(
                [
                    [1],
                    [2],
                    [3],
                ],
                "of three"
            )
        ),
        ["document"] = Of(phone => phone.SendDocument("plan.xlsx", [1, 2])),
        ["video as a document"] = Of(phone => phone.SendDocument("film.mp4", 30_000_000)),
        ["voice"] = Of(phone => phone.SendVoice(0)),
        ["contact"] = Of(phone => phone.SendContact()),
        ["contact of nobody here"] = Of(phone => phone.SendContact("+79000000000", null, "A")),
        ["location"] = Of(phone => phone.SendLocation(0, 0)),
        ["sticker"] = Of(phone => phone.SendSticker()),
        ["edit"] = Of(phone => phone.EditText(phone.SendText("first").MessageId, "second")),
        ["blocked"] = Of(phone => phone.Block()),
        ["deactivated"] = Of(phone => phone.Deactivate()),
        ["migrated"] = (server, _) =>
        {
            server.World.MigrateGroup(Group, -71);
            return Task.CompletedTask;
        },
        ["keyboard and press"] = async (server, bot) =>
        {
            var keyboard = new
            {
                inline_keyboard = new[] { new[] { new { text = "Yes", callback_data = "y" } } },
            };
            await bot.Call(
                "sendMessage",
                new
                {
                    chat_id = Person,
                    text = "sure?",
                    reply_markup = keyboard,
                }
            );
            server.Phone(Person).Press("Yes");
        },
        ["menu of commands"] = async (_, bot) =>
            await bot.Call(
                "setMyCommands",
                new
                {
                    commands = new[] { new { command = "start", description = "begins" } },
                    scope = new { type = "chat", chat_id = Person },
                }
            ),
        ["answer, changed and deleted"] = async (server, bot) =>
        {
            await bot.Call("sendMessage", new { chat_id = Person, text = "one" });
            await bot.Call("sendMessage", new { chat_id = Person, text = "two" });
            var ids = server
                .World.Messages(Person)
                .Where(one => one.FromBot)
                .Select(one => one.MessageId)
                .ToList();
            await bot.Call(
                "editMessageText",
                new
                {
                    chat_id = Person,
                    message_id = ids[0],
                    text = "three",
                }
            );
            await bot.Call("deleteMessage", new { chat_id = Person, message_id = ids[1] });
        },
    };

    public static TheoryData<string> Kinds => [.. Happenings.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_happened_is_there_after_a_restart(string kind)
    {
        string before,
            commands;
        await using (var server = await Start())
        {
            using var bot = new BotClient(server);
            server.World.AddGroup(Group, "A group");
            server.Phone(Person).SendText("/start");
            await Happenings[kind](server, bot);
            (before, commands) = (Told(server), server.World.CommandsOf(Person));
        }

        await using var again = await Start();

        Assert.Equal(before, Told(again));
        Assert.Equal(commands, again.World.CommandsOf(Person));
        Assert.Empty(Directory.GetFiles(_folder, "*.unreadable"));
    }

    [Fact]
    public void Every_kind_of_attachment_is_among_them()
    {
        var happened = string.Join(' ', Happenings.Keys);

        Assert.All(
            Enum.GetNames<AttachmentKind>(),
            kind => Assert.Contains(kind, happened, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_state_of_an_older_version_that_left_out_what_is_zero_is_read()
    {
        await File.WriteAllTextAsync(
            State,
            """
            {"NextUpdateId":5,"NextMessageId":2,"Files":[],"Commands":{},"Chats":[{"Id":7,"Started":true,"Messages":[
              {"MessageId":1,"ChatId":7,"FromId":7,"Date":1642402800,"Attachment":{"Files":[{"Id":"f","UniqueId":"u",
               "Name":"photo.jpg","MimeType":"image/jpeg","Size":5000,"Width":90,"Height":60}]}}]}]}
            """
        );

        await using var server = await Start();

        Assert.Equal(AttachmentKind.Photo, Assert.Single(server.World.Messages(Person)).Attachment!.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"NextUpdateId\":5,\"Chats\":[{\"Id\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\u0000\u0000\u0000")]
    public async Task A_state_that_cannot_be_read_is_set_aside(string content)
    {
        await File.WriteAllTextAsync(State, content);

        await using (var server = await Start())
            server.Phone(Person).SendText("hello");

        Assert.Equal(content, await File.ReadAllTextAsync($"{State}.unreadable"));
        await using var again = await Start();
        Assert.Equal("hello", Assert.Single(again.World.Messages(Person)).Text);
    }

    [Fact]
    public async Task While_nothing_can_be_written_it_goes_on_and_then_writes_all()
    {
        var timers = new HandTimers();
        await using (var server = await Start(timers))
        {
            Directory.CreateDirectory($"{State}.new"); // where a folder stands, no file can be written
            server.Phone(Person).SendText("hello");
            Assert.Equal(1, timers.Ring());
            Assert.Equal(1, timers.Ring());
            Assert.False(File.Exists(State));

            Directory.Delete($"{State}.new");
            Assert.Equal(1, timers.Ring());
            Assert.Contains("hello", await File.ReadAllTextAsync(State), StringComparison.Ordinal);
            Assert.Equal(0, timers.Ring());
        }
        await using var again = await Start();
        Assert.Equal("hello", Assert.Single(again.World.Messages(Person)).Text);
    }

    private string State => Path.Combine(_folder, "playground.json");

    private Task<PlaygroundServer> Start(TimeProvider? timers = null) =>
        PlaygroundServer.Start(
            new PlaygroundOptions
            {
                StateFile = State,
                DataDirectory = _folder,
                Timers = timers ?? TimeProvider.System,
            }
        );

    private static Func<PlaygroundServer, BotClient, Task> Of(Action<Phone> act) =>
        (server, _) =>
        {
            act(server.Phone(Person));
            return Task.CompletedTask;
        };

    private static string Told(PlaygroundServer server) =>
        JsonSerializer.Serialize(
            new[] { Person, Group, -71 }
                .Select(chat => (chat, server.World.Messages(chat)))
                .Select(one => new { one.chat, one.Item2 })
        )
        + string.Join(
            ';',
            server
                .World.Chats.All.Select(chat =>
                    $"{chat.Id} {chat.Blocked} {chat.Deactivated} {chat.MigratedTo} {chat.Title}"
                )
                .Order()
        );
}
