using CuratorBot.Texts;

namespace CuratorBot.Messaging;

public enum OutgoingKind
{
    Send = 0,

    /// <summary>Gives an earlier message a new text and new buttons (none means: take them away).</summary>
    Edit = 1,

    /// <summary>Changes only the buttons of an earlier message.</summary>
    EditChoices = 2,
    Photo = 3,
    Document = 4,

    /// <summary>Sets the command menu of this chat.</summary>
    Menu = 5,

    /// <summary>Several photos, or several documents, that are shown as one.</summary>
    Album = 6,
}

/// <summary>
/// A button: what it says and what it does. The action stays with us; on the wire a button carries only a
/// short id of the message and its place in it.
/// </summary>
public sealed record Choice(string Label, string Action)
{
    /// <summary>Opens this address instead of doing something; null for all other buttons.</summary>
    public string? Link { get; init; }

    public static Choice To(string label, string link) => new(label, "") { Link = link };
}

/// <param name="Name">Command without the slash.</param>
public sealed record MenuItem(string Name, string Description);

/// <summary>
/// What the bot wants said, in the words of no messenger in particular. Of one that was to be forgotten only the
/// id is read back, and all else is empty.
/// </summary>
public sealed record OutgoingMessage
{
    /// <summary>Takes the buttons of an earlier message away.</summary>
    /// <param name="id">A new one.</param>
    /// <param name="target">The id of that message.</param>
    public static OutgoingMessage WithoutButtons(long id, long target) =>
        new()
        {
            Id = id,
            Kind = OutgoingKind.EditChoices,
            Target = target,
        };

    public required long Id { get; init; }
    public OutgoingKind Kind { get; init; }
    public RichText Text
    {
        get;
        init => field = value ?? RichText.Empty;
    } = RichText.Empty;

    /// <summary>Rows of buttons.</summary>
    public IReadOnlyList<IReadOnlyList<Choice>> Choices
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Label of a button with which the person shares her own number; null when none is asked for.</summary>
    public string? AsksContact { get; init; }

    /// <summary>Takes a button for sharing the number away again.</summary>
    public bool RemovesContactButton { get; init; }

    /// <summary>For an edit: the id of the message to be edited.</summary>
    public long? Target { get; init; }

    /// <summary>For a photo or document: the messenger's file id.</summary>
    public string? FileId { get; init; }

    /// <summary>Or a file of the store, as <see cref="Files.StoredFile.Path"/> says it, and its name for her.</summary>
    public string? FilePath { get; init; }
    public string? FileName { get; init; }

    /// <summary>
    /// For an album: 2 to 10 photos, or as many documents. Each is a message that says the same by itself, for a
    /// messenger that does not take them together. Null for all else.
    /// </summary>
    public IReadOnlyList<OutgoingMessage>? Album { get; init; }

    /// <summary>
    /// For a photo: what it shows as a QR code. It is drawn when it is sent, so that no file holds a secret.
    /// </summary>
    public string? QrCode { get; init; }
    public IReadOnlyList<MenuItem> Menu
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The draft of which it shows where it stands; null for all else. While it waits to be sent, what shows a later
    /// state of the same draft takes its place.
    /// </summary>
    public long? StateOf { get; init; }

    /// <summary>
    /// How much of the text, from its head, tells of one answer, such as why it was refused. Unlike the state that is
    /// said even if something later takes the place of the message.
    /// </summary>
    public int RemarkLength { get; init; }

    /// <summary>
    /// From then on its words are no longer true, or it would come at night: it is not sent any more, and whoever
    /// wrote it says it anew. Null for what is true at any time.
    /// </summary>
    public DateTimeOffset? GoodUntil { get; init; }

    /// <summary>Holds a secret: once it is delivered, nothing of its text is kept. It can have no buttons.</summary>
    public bool ForgetOnceSent { get; init; }

    /// <summary>The last word to somebody who was forgotten: once its fate is known, its row is gone as well.</summary>
    public bool LeavesNoTrace { get; init; }
}
