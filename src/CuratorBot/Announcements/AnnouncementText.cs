using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Announcements;

/// <summary>How an announcement looks: in the preview as in every chat.</summary>
public sealed class AnnouncementText(TextCatalogue texts)
{
    /// <param name="action">What the button «Прочитано» does.</param>
    public OutgoingMessage Message(long id, Announcement announcement, string action) =>
        new()
        {
            Id = id,
            Text = texts.Get("announce.message", ("text", announcement.Text), ("from", announcement.From)),
            Choices =
            [
                [new Choice(texts.Plain("announce.read"), action)],
            ],
        };
}
