using CuratorBot.Messaging;

namespace CuratorBot.Conversations;

/// <summary>One link, or one document, that proves something is done.</summary>
public sealed class EvidenceQuestion(string key, bool wantsLink) : Question(key)
{
    public override ValueTask<Reading> Read(Asking asking) =>
        new(wantsLink ? ReadLink(asking) : ReadDocument(asking));

    private static Reading ReadLink(Asking asking)
    {
        var typed = TypedText.OneLine(asking.Message.Text);
        var withScheme = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        var isLink =
            asking.Message.Kind == IncomingKind.Text
            && typed.Length <= 1000
            && !typed.Contains(' ', StringComparison.Ordinal)
            && Uri.TryCreate(withScheme, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.UserInfo.Length == 0
            && uri.Host.Contains('.', StringComparison.Ordinal);
        return isLink
            ? new Reading.Taken(new Answer(withScheme, withScheme))
            : new Reading.Refused(asking.Turn.Text("forms.wantsLink"));
    }

    private static Reading ReadDocument(Asking asking)
    {
        var turn = asking.Turn;
        if (asking.Message.File is not { } file)
            return new Reading.Refused(turn.Text("forms.wantsDocument"));
        var name = file.Name is null ? turn.Texts.Plain("forms.thePhoto") : TypedText.OneLine(file.Name);
        return file.Size > FilesQuestion.LargestBytes
            ? new Reading.Refused(turn.Text("forms.fileTooBig", ("name", name)))
            : new Reading.Taken(new Answer(file.Id, name));
    }
}
