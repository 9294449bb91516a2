using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Phones;

/// <summary>What one person can do: each act becomes an update for the bot.</summary>
public sealed partial class Phone
{
    private readonly PlaygroundWorld _world;

    internal Phone(PlaygroundWorld world, long userId)
    {
        _world = world;
        UserId = userId;
    }

    public long UserId { get; }

    /// <param name="chatId">A group; the private chat with the bot when null. So in all acts.</param>
    public ChatMessage SendText(string text, long? chatId = null) =>
        Send(chatId, draft => draft with { Text = text, Entities = BotCommands.In(text) });

    public ChatMessage SendPhoto(byte[] image, string? caption = null, long? chatId = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        return SendFiles(AttachmentKind.Photo, _world.Files.AddPhoto(image, image.Length), caption, chatId);
    }

    /// <summary>A photo of which only the size is pretended.</summary>
    public ChatMessage SendPhoto(long size, string? caption = null, long? chatId = null) =>
        SendFiles(AttachmentKind.Photo, _world.Files.AddPhoto(null, size), caption, chatId);

    /// <summary>Several photos in one album: as many messages, one media_group_id, the caption on the first.</summary>
    public IReadOnlyList<ChatMessage> SendAlbum(
        IReadOnlyList<byte[]> images,
        string? caption = null,
        long? chatId = null
    )
    {
        ArgumentNullException.ThrowIfNull(images);
        var group = $"{_world.Chats.NextMessageId}{UserId}";
        var sent = new List<ChatMessage>();
        foreach (var image in images)
        {
            var attachment = Photo(image);
            var text = sent.Count == 0 ? caption : null;
            sent.Add(
                Send(
                    chatId,
                    draft => draft with { Attachment = attachment, Text = text, MediaGroupId = group }
                )
            );
        }
        return sent;
    }

    public ChatMessage SendDocument(
        string name,
        byte[] content,
        string mimeType = "application/octet-stream",
        string? caption = null,
        long? chatId = null
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        var file = _world.Files.Add(name, mimeType, content, content.Length);
        return SendFiles(AttachmentKind.Document, [file], caption, chatId);
    }

    /// <summary>A document of which only the size is pretended.</summary>
    public ChatMessage SendDocument(string name, long size, string? caption = null, long? chatId = null)
    {
        var file = _world.Files.Add(name, "application/octet-stream", null, size);
        return SendFiles(AttachmentKind.Document, [file], caption, chatId);
    }

    /// <summary>The person's own contact, or somebody else's when a user id is given.</summary>
    public ChatMessage SendContact(
        string? phoneNumber = null,
        long? contactUserId = null,
        string? firstName = null,
        long? chatId = null
    )
    {
        var person = Person;
        var attachment = new Attachment
        {
            Kind = AttachmentKind.Contact,
            PhoneNumber = phoneNumber ?? person.PhoneNumber ?? $"+7900{UserId % 10_000_000:0000000}",
            FirstName = firstName ?? person.FirstName,
            LastName = firstName is null ? person.LastName : null,
            ContactUserId = contactUserId ?? UserId,
        };
        return Send(chatId, draft => draft with { Attachment = attachment });
    }

    public ChatMessage SendVoice(int seconds = 3, long? chatId = null)
    {
        var file = _world.Files.Add("voice.ogg", "audio/ogg", null, seconds * 3000L);
        var voice = new Attachment
        {
            Kind = AttachmentKind.Voice,
            Files = [file],
            Duration = Math.Max(1, seconds),
        };
        return Send(chatId, draft => draft with { Attachment = voice });
    }

    public ChatMessage SendSticker(string emoji = "👍", long? chatId = null)
    {
        var file = _world.Files.Add("sticker.webp", "image/webp", null, 20_000);
        var sticker = new Attachment
        {
            Kind = AttachmentKind.Sticker,
            Files = [file],
            Emoji = emoji,
        };
        return Send(chatId, draft => draft with { Attachment = sticker });
    }

    public ChatMessage SendLocation(double latitude, double longitude, long? chatId = null)
    {
        var place = new Attachment
        {
            Kind = AttachmentKind.Location,
            Latitude = latitude,
            Longitude = longitude,
        };
        return Send(chatId, draft => draft with { Attachment = place });
    }

    /// <summary>Changes the text of the person's own message.</summary>
    /// <exception cref="ArgumentException">It is not there, or not the person's.</exception>
    public ChatMessage EditText(int messageId, string text, long? chatId = null)
    {
        ChatMessage changed;
        lock (_world.Chats.Gate)
        {
            var chat = Chat(chatId);
            var index = chat.IndexOf(messageId);
            if (index < 0 || chat.Messages[index].FromId != UserId)
                throw new ArgumentException($"No own message {messageId}.", nameof(messageId));
            changed = chat.Messages[index] with
            {
                Text = text,
                Entities = BotCommands.In(text),
                EditDate = _world.Chats.Now(),
            };
            chat.Messages[index] = changed;
            _world.Updates.Enqueue(chat.Id, _world.UpdateJson.Edited(chat, changed));
        }
        _world.Changed(PlaygroundEvent.Edited(changed));
        return changed;
    }

    public void Block() => SetBlocked(true);

    public void Unblock() => SetBlocked(false);

    /// <summary>The account is gone; the bot hears of it only when it writes.</summary>
    public void Deactivate()
    {
        lock (_world.Chats.Gate)
            _world.Chats.PrivateChat(UserId).Deactivated = true;
    }

    private PlaygroundPerson Person
    {
        get
        {
            lock (_world.Chats.Gate)
                return _world.Chats.PrivateChat(UserId).Person!;
        }
    }

    private Chat Chat(long? chatId) =>
        chatId is null || chatId == UserId
            ? _world.Chats.PrivateChat(UserId)
            : _world.Chats.Find(chatId.Value)
                ?? throw new ArgumentException($"No chat {chatId}.", nameof(chatId));

    private Attachment Photo(byte[] image) =>
        new() { Kind = AttachmentKind.Photo, Files = _world.Files.AddPhoto(image, image.Length) };

    private ChatMessage SendFiles(
        AttachmentKind kind,
        IReadOnlyList<StoredFile> files,
        string? caption,
        long? chatId
    )
    {
        var attachment = new Attachment { Kind = kind, Files = files };
        return Send(chatId, draft => draft with { Attachment = attachment, Text = caption });
    }

    private ChatMessage Send(long? chatId, Func<ChatMessage, ChatMessage> fill)
    {
        ChatMessage message;
        lock (_world.Chats.Gate)
        {
            var chat = Chat(chatId);
            (chat.Started, chat.Blocked) = (true, false);
            message = fill(
                new ChatMessage
                {
                    MessageId = _world.Chats.TakeMessageId(),
                    ChatId = chat.Id,
                    FromId = UserId,
                    Date = _world.Chats.Now(),
                }
            );
            _world.Chats.Put(chat, message);
            _world.Updates.Enqueue(chat.Id, _world.UpdateJson.Message(chat, message));
        }
        _world.Changed(PlaygroundEvent.Added(message));
        return message;
    }

    private void SetBlocked(bool blocked)
    {
        lock (_world.Chats.Gate)
        {
            var chat = _world.Chats.PrivateChat(UserId);
            if (chat.Blocked == blocked)
                return;
            chat.Blocked = blocked;
            chat.Started = true;
            _world.Updates.Enqueue(chat.Id, _world.UpdateJson.Membership(chat));
        }
        _world.Changed(PlaygroundEvent.Chat(UserId));
    }
}
