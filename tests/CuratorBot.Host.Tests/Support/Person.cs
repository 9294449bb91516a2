using CuratorBot.Playground;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Phones;

namespace CuratorBot.Host.Tests.Support;

/// <summary>Somebody with a phone: writes, presses and waits for what the bot says.</summary>
internal sealed class Person(Stage stage, long account)
{
    private PlaygroundServer Playground => stage.Playground;

    public long Account => account;
    public Phone Phone => Playground.Phone(account);

    /// <summary>What the bot said to her, oldest first, as it now stands.</summary>
    public List<ChatMessage> Heard => [.. Playground.World.Messages(account).Where(said => said.FromBot)];

    public int CountOf(string text) => Heard.Count(said => Says(said, text));

    /// <summary>Writes and waits for an answer that holds the words.</summary>
    public async Task<ChatMessage> Ask(string text, string expected)
    {
        var sent = Phone.SendText(text);
        return await Hear(expected, sent.MessageId);
    }

    public Task<ChatMessage> Hear(string text, int after = 0) =>
        Playground.WaitForMessage(account, said => Says(said, text), HostUnderTest.Patience, after);

    /// <summary>Waits for a document of this name and gives its content.</summary>
    public async Task<byte[]> HearFile(string name, int after = 0)
    {
        StoredFile? Named(ChatMessage said) =>
            said.Attachment?.Files.FirstOrDefault(file => file.Name == name);
        var said = await Playground.WaitForMessage(
            account,
            said => said.FromBot && Named(said) is not null,
            HostUnderTest.Patience,
            after
        );
        using var http = new HttpClient { BaseAddress = Playground.Address };
        return await http.GetByteArrayAsync(
            new Uri($"/playground/files/{Named(said)!.Id}", UriKind.Relative)
        );
    }

    /// <summary>Presses and waits for an answer that holds the words.</summary>
    public async Task<ChatMessage> Press(string button, string expected)
    {
        var last = Heard[^1].MessageId;
        Phone.Press(button);
        return await Hear(expected, last);
    }

    /// <summary>From «/start» to the summary of the request; «✅ Отправить заявку» is left to press.</summary>
    public async Task FillInRequest(string name = "Незнайка Посторонний")
    {
        await Ask("/start", "Согласие на обработку");
        await Press("Согласен", "Кем вы работаете");
        await Press("Директор школы", "В каком вы городе");
        await Ask("Кузнецк", "Какая школа");
        await Ask("школа 5", "Как к вам обращаться");
        await Ask(name, "Можно оставить номер");
        await Press("Пропустить", "Проверьте заявку");
    }

    public async Task SendRequest()
    {
        await FillInRequest();
        await Press(Labels.Send, Labels.Sent);
    }

    private static bool Says(ChatMessage said, string text) =>
        said.Text?.Contains(text, StringComparison.Ordinal) == true;
}

/// <summary>What stands on buttons and in answers that several tests look for.</summary>
internal static class Labels
{
    public const string Send = "✅ Отправить заявку";
    public const string Sent = "Заявка отправлена координатору";
    public const string NewRequest = "Новая заявка";
    public const string Accept = "Принять";
    public const string Welcome = "Добро пожаловать";
    public const string UnknownCommand = "Такой команды нет";
    public const string Help = "Что можно сделать";
    public const string Strangers = "сначала представьтесь";
}
