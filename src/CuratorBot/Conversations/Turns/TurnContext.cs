using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Turns;

/// <summary>Everything one turn may know: the message, who writes, the data, the time and the words.</summary>
public sealed class TurnContext(
    Func<CuratorBotDb> db,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    Catalogue catalogue
)
{
    public required IncomingMessage Message { get; init; }

    /// <summary>The place of the message in the inbox; 0 where no message began the turn.</summary>
    public long Seq { get; init; }

    /// <summary>
    /// Who writes. Null only for an account that never wrote, in a turn that only reads, and for the operator at
    /// the command line.
    /// </summary>
    public required Asker? Known { get; init; }
    public PressedButton? Pressed { get; init; }

    /// <summary>What an <see cref="IPreparation"/> made of the message before the turn; null without one.</summary>
    public object? Prepared { get; init; }

    /// <summary>The revision of the facts at the start of the turn.</summary>
    public required long Revision { get; init; }

    public Asker Who => Known ?? throw new InvalidOperationException("The turn needs a known person.");
    public CuratorBotDb Db => db();
    public TextCatalogue Texts => texts;

    /// <summary>Everything that can be asked, in the order of the menu.</summary>
    public IReadOnlyList<ICommand> Commands => catalogue.Commands;
    public IdGenerator Ids => ids;
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A turn that no message began: the clock's, or the operator's at the command line.</summary>
    /// <param name="channel">As the audit names it.</param>
    public static TurnContext WithoutMessage(
        string channel,
        WriteScope scope,
        TextCatalogue texts,
        IdGenerator ids,
        TimeProvider clock,
        Catalogue catalogue,
        long revision
    ) =>
        new(() => scope.Db, texts, ids, clock, catalogue)
        {
            Message = new IncomingMessage
            {
                Channel = channel,
                AccountId = 0,
                ChatId = 0,
            },
            Known = null,
            Revision = revision,
        };

    /// <summary>The same turn as if she had typed this text; nothing was prepared for it.</summary>
    public TurnContext Typing(string text) =>
        new(db, texts, ids, clock, catalogue)
        {
            Message = Message with { Kind = IncomingKind.Text, Text = text, File = null },
            Known = Known,
            Revision = Revision,
        };

    /// <summary>Today where the person lives.</summary>
    public DateOnly Today => LocalDays.Today(Now, Known?.TimeZone ?? Asker.DefaultTimeZone);

    /// <summary>A message with a text of the catalogue.</summary>
    public OutgoingMessage Say(string key, params (string Name, object? Value)[] values) =>
        Say(texts.Get(key, values));

    public OutgoingMessage Say(RichText text) => new() { Id = ids.Next(), Text = text };

    public RichText Text(string key, params (string Name, object? Value)[] values) => texts.Get(key, values);

    /// <summary>A button whose label is a text of the catalogue.</summary>
    public Choice Button(string key, string action) => new(texts.Plain(key), action);

    /// <summary>A file of the store, to be sent under a name that tells her what it is.</summary>
    public OutgoingMessage SendFile(StoredFile file, string name, RichText caption) =>
        new()
        {
            Id = ids.Next(),
            Kind = OutgoingKind.Document,
            FilePath = file.Path,
            FileName = name,
            Text = caption,
        };

    /// <summary>
    /// Takes the buttons of the pressed message away and adds a line to it. Of a message whose text is not kept
    /// any more only the buttons go.
    /// </summary>
    public OutgoingMessage ClosePressed(RichText? line = null)
    {
        var pressed = (Pressed ?? throw new InvalidOperationException("Nothing was pressed.")).Message;
        if (pressed.Text.Length == 0)
            return OutgoingMessage.WithoutButtons(ids.Next(), pressed.Id);
        return EditPressed(line is null ? pressed.Text : RichText.Lines(pressed.Text, "", line));
    }

    /// <summary>Says in the pressed message what was chosen and takes its buttons away.</summary>
    public OutgoingMessage EditPressed(RichText text, params IReadOnlyList<IReadOnlyList<Choice>> choices) =>
        new()
        {
            Id = ids.Next(),
            Kind = OutgoingKind.Edit,
            Target = (Pressed ?? throw new InvalidOperationException("Nothing was pressed.")).Message.Id,
            Text = text,
            Choices = choices,
        };
}
