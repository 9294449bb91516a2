using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting.Evidence;

/// <summary>
/// A photo or document that came while nothing was being filled in: perhaps a report is to begin with it.
/// The files of one album share one offer.
/// </summary>
public sealed class StrayFile(ReportForm form) : IUnasked
{
    public async Task<Reply?> Take(TurnContext turn)
    {
        if (turn.Message.File is not { } file || !form.IsFor(turn.Who))
            return null;
        if (file.Size > FilesQuestion.LargestBytes)
            return Reply.With(turn.Say(FilesQuestion.TooBig(turn, file)));
        if (FilesQuestion.NotKept(turn) is { } why)
            return Reply.With(turn.Say(why));
        var sent = FilesQuestion.Sent(turn, file);
        var before = await OfferOf(turn);
        var offer = new FilesOffer(turn.Message.AlbumId, [.. before?.Offer.Files ?? [], sent]);
        var said = turn.Say("report.stray.ask", ("count", offer.Files.Count)) with
        {
            Choices =
            [
                [turn.Button("report.stray.begin", $"{ReportCommand.WithFilesName}:{offer.ToJson()}")],
            ],
        };
        return Reply.With(
            before is null ? said : said with { Kind = OutgoingKind.Edit, Target = before.MessageId }
        );
    }

    private sealed record Made(long MessageId, FilesOffer Offer);

    /// <summary>The offer for the same album, if it is the last thing that was said in this chat.</summary>
    private static async Task<Made?> OfferOf(TurnContext turn)
    {
        if (turn.Message.AlbumId is not { } album)
            return null;
        var last = await turn
            .Db.Outbox.AsNoTracking()
            .Where(row => row.Channel == turn.Message.Channel && row.ChatId == turn.Message.ChatId)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync();
        var said = last is null ? null : Outbox.Read(last);
        var action = said?.Choices.SelectMany(row => row).FirstOrDefault()?.Action ?? "";
        return
            action.StartsWith($"{ReportCommand.WithFilesName}:", StringComparison.Ordinal)
            && FilesOffer.FromJson(action[(ReportCommand.WithFilesName.Length + 1)..]) is { } offer
            && offer.Album == album
            ? new Made(said!.Target ?? said.Id, offer)
            : null;
    }
}
