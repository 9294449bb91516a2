using CuratorBot.Messaging;

namespace CuratorBot.Tests.Support;

/// <summary>One person's phone: what she sends and what she sees.</summary>
public sealed class Phone(World world, long account)
{
    public long Account { get; } = account;

    public Task Says(string text) => world.Receive(Message() with { Text = text });

    public Task Forwards(string text) => world.Receive(Message() with { Text = text, IsForwarded = true });

    public Task SaysInGroup(string text) => world.Receive(InGroup(Message()) with { Text = text });

    public Task PressesInGroup(string data) => world.Receive(InGroup(PressData(data)));

    /// <summary>A group that the cast shares with the bot.</summary>
    public const long Group = -7000;

    private static IncomingMessage InGroup(IncomingMessage message) =>
        message with
        {
            ChatId = Group,
            InGroup = true,
        };

    public Task Edits(long messageId, string text) =>
        world.Receive(Message() with { MessageId = messageId, Text = text, IsEdit = true });

    /// <summary>Presses the newest button in this chat whose label is or begins with the given words.</summary>
    public Task Presses(string label) => world.Receive(Press(label));

    public IncomingMessage Press(string label)
    {
        var shown = world
            .Channel.Shown.Where(pair => pair.Key.Chat == Account)
            .OrderByDescending(pair => pair.Key.Message)
            .SelectMany(pair =>
                pair.Value.Choices.SelectMany(row => row)
                    .Select((choice, place) => (pair.Value, choice, place))
            )
            .ToList();
        var found = shown.Where(button => button.choice.Label == label).Take(1).ToList();
        if (found.Count == 0)
            found =
            [
                .. shown
                    .Where(button => button.choice.Label.StartsWith(label, StringComparison.Ordinal))
                    .Take(1),
            ];
        if (found.Count == 0)
            throw new InvalidOperationException(
                $"No button «{label}» in the chat; there are: {string.Join(" | ", shown.Select(button => button.choice.Label))}"
            );
        return PressData(ButtonId.Of(found[0].Value.Id, found[0].place));
    }

    /// <summary>Whether the newest message with buttons has this one.</summary>
    public bool Sees(string label) =>
        world
            .Channel.Shown.Where(pair => pair.Key.Chat == Account && pair.Value.Choices.Count > 0)
            .OrderByDescending(pair => pair.Key.Message)
            .Take(1)
            .SelectMany(pair => pair.Value.Choices.SelectMany(row => row))
            .Any(choice => choice.Label == label);

    /// <summary>A press with any data, a forged one too.</summary>
    public IncomingMessage PressData(string data) =>
        Message() with
        {
            Kind = IncomingKind.Press,
            Pressed = data,
            PressId = $"press-{world.NextMessageId()}",
        };

    public Task Shares(string phone, long? accountId, bool isForwarded = false) =>
        world.Receive(
            Message() with
            {
                Kind = IncomingKind.Contact,
                IsForwarded = isForwarded,
                Contact = new IncomingContact(phone, accountId),
            }
        );

    /// <param name="content">By default a picture like no other; an empty one is lost on its way.</param>
    public Task SendsPhoto(
        string? album = null,
        long size = 100_000,
        string? caption = null,
        byte[]? content = null
    )
    {
        var id = world.NextMessageId();
        if (content is not { Length: 0 })
            world.Channel.Files[$"photo-{id}"] = content ?? SampleFiles.Jpeg($"photo {id}");
        return world.Receive(
            Message() with
            {
                Kind = IncomingKind.Photo,
                Text = caption,
                File = new IncomingFile($"photo-{id}", $"unique-{id}", null, "image/jpeg", size),
                AlbumId = album,
            }
        );
    }

    public Task SendsDocument(string name, long size = 100_000, string? album = null)
    {
        var id = world.NextMessageId();
        if (SampleFiles.Document(name, $"document {id}") is { } content)
            world.Channel.Files[$"document-{id}"] = content;
        return world.Receive(
            Message() with
            {
                Kind = IncomingKind.Document,
                File = new IncomingFile($"document-{id}", $"unique-{id}", name, "application/pdf", size),
                AlbumId = album,
            }
        );
    }

    /// <summary>Sends a document that the bot can download.</summary>
    public Task SendsFile(string name, byte[] content)
    {
        var id = world.NextMessageId();
        world.Channel.Files[$"document-{id}"] = content;
        return world.Receive(
            Message() with
            {
                Kind = IncomingKind.Document,
                File = new IncomingFile($"document-{id}", $"unique-{id}", name, null, content.Length),
            }
        );
    }

    public Task SendsSomethingElse(string kind) =>
        world.Receive(Message() with { Kind = IncomingKind.Unsupported, Text = kind });

    public IncomingMessage Message() =>
        new()
        {
            Channel = world.Channel.Name,
            AccountId = Account,
            ChatId = Account,
            MessageId = world.NextMessageId(),
        };
}
