using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram;

/// <summary>Files to people and from them.</summary>
public sealed partial class TelegramChannel
{
    private static readonly DeliveryOutcome FileIsGone = new DeliveryOutcome.Rejected("the file is gone");

    public async ValueTask<DownloadOutcome> Download(
        string fileId,
        Stream target,
        long limit,
        CancellationToken cancellation
    )
    {
        var asked = await api.GetFile(fileId, cancellation);
        if (!asked.TryGet(out var file, out var failure))
            return DownloadOutcomeOf(failure);
        if (file.FileSize > limit)
            return new DownloadOutcome.TooBig();
        // The messenger has it and does not hand it out right now; it said nothing of its size.
        if (file.FilePath is null)
            return new DownloadOutcome.Failed("no path");
        var downloaded = await api.DownloadFile(file.FilePath, target, limit, cancellation);
        return downloaded.TryGet(out var bytes, out var failed)
            ? new DownloadOutcome.Done(bytes)
            : DownloadOutcomeOf(failed);
    }

    private async ValueTask<DeliveryOutcome> SendPhoto(
        long chatId,
        OutgoingMessage message,
        CancellationToken cancellation
    )
    {
        await using var content = OpenFile(message);
        if (ToSend(message, content) is not { } photo)
            return FileIsGone;
        var request = new SendPhotoRequest
        {
            ChatId = chatId,
            Photo = photo,
            Caption = TelegramMarkup.Caption(message.Text),
            CaptionEntities = TelegramMarkup.Entities(message.Text),
            ReplyMarkup = TelegramMarkup.ReplyMarkup(message),
        };
        return Outcome(await api.SendPhoto(request, cancellation));
    }

    private async ValueTask<DeliveryOutcome> SendDocument(
        long chatId,
        OutgoingMessage message,
        CancellationToken cancellation
    )
    {
        await using var content = OpenFile(message);
        if (ToSend(message, content) is not { } document)
            return FileIsGone;
        var request = new SendDocumentRequest
        {
            ChatId = chatId,
            Document = document,
            Caption = TelegramMarkup.Caption(message.Text),
            CaptionEntities = TelegramMarkup.Entities(message.Text),
            ReplyMarkup = TelegramMarkup.ReplyMarkup(message),
        };
        return Outcome(await api.SendDocument(request, cancellation));
    }

    private Stream? OpenFile(OutgoingMessage message) =>
        message.QrCode is { } code ? new MemoryStream(QrPicture.Png(code))
        : message.FilePath is { } path ? files.Open(path)
        : null;

    /// <summary>Null when the file was in the store and is not there any more.</summary>
    private static InputFile? ToSend(OutgoingMessage message, Stream? content) =>
        content is not null ? new InputFileStream(content, UploadName.Of(message.FileName ?? "qr.png"))
        : message.FileId is { } id ? new InputFileId(id)
        : null;

    /// <summary>An address that expired is worth another try: getFile then gives a new one.</summary>
    private static DownloadOutcome DownloadOutcomeOf(BotApiFailure failure) =>
        failure switch
        {
            BotApiFailure.RetryAfter retry => new DownloadOutcome.RetryAfter(retry.Delay),
            BotApiFailure.Rejected { IsFileTooBig: true } => new DownloadOutcome.TooBig(),
            BotApiFailure.Rejected { Code: 400 } => new DownloadOutcome.Gone(),
            _ => new DownloadOutcome.Failed(failure.Kind),
        };
}
