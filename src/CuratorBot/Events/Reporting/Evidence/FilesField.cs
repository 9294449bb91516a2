using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Events.Reporting.Evidence;

/// <summary>Photos and documents.</summary>
internal sealed class FilesField(string key) : ReportField(key)
{
    /// <summary>«3 фото», «1 документ».</summary>
    public override IEnumerable<string> Recap(TurnContext turn, AnswerSheet sheet) =>
        FileCount
            .Of([.. FilesQuestion.FilesIn(sheet, Key).Files.Select(file => file.Kind)])
            .InWords(turn.Texts);

    protected override Question Asked() => new FilesQuestion(Key);

    protected override void Take(TurnContext turn, EventReport report, Answer? answer)
    {
        var files = answer is null ? new List<SheetFile>() : FilesQuestion.FilesIn(answer).Files;
        report.Files.RemoveAll(row => files.All(file => file.Id != row.FileId));
        report.Files.AddRange(
            files
                .Where(file => report.Files.All(row => row.FileId != file.Id))
                .Select(file => FileOf(turn, report, file))
        );
    }

    protected override string? Kept(EventReport report) => null;

    protected override void Keep(EventReport report, string? value) { }

    protected override string ShowIn(ReportNames names, EventReport report) =>
        string.Join(", ", FileCount.Of([.. report.Files.Select(file => file.Kind)]).InWords(names.Texts));

    private static EventReportFile FileOf(TurnContext turn, EventReport report, SheetFile file) =>
        new()
        {
            Id = turn.Ids.Next(),
            ReportId = report.Id,
            Channel = turn.Message.Channel,
            FileId = file.Id,
            Kind = file.Kind,
            Name = file.Name,
            Size = file.Size,
            StoredAs = file.StoredAs,
            Sha256 = file.Sha256,
        };
}
