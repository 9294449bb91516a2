using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Schools;

namespace CuratorBot.Events.Sentences;

/// <summary>Reads sentences with the eyes of the person who writes: her schools, her day.</summary>
public sealed class ReportSentences(EventTypes types, NameIndexCache names)
{
    public async Task<ReportSentence> Read(TurnContext turn, string text)
    {
        var reader = new SentenceReader(
            await types.OfEvents(turn.Db, turn.Revision),
            await names.For(turn.Db, turn.Revision)
        );
        return reader.Read(TypedText.Clean(text), turn.Who.MayWork.Includes, turn.Today);
    }

    /// <summary>The sheet of a report as far as the sentence fills it.</summary>
    /// <param name="messageId">Her message with the sentence.</param>
    public async Task<AnswerSheet> Begin(TurnContext turn, Form form, ReportSentence read, long messageId)
    {
        var sheet = new AnswerSheet { Opening = messageId };
        foreach (var (key, answer) in SentenceAnswers.Of(turn, read))
            Give(form, sheet, key, answer);
        if (read.School is null && read.UnclearSchool is null)
            await ReportForm.FillOnlySchool(turn, sheet);
        sheet.Hints = await HintsOf(turn, read);
        return sheet;
    }

    /// <summary>
    /// The answers that the message gave become what it says now; what she answered or chose otherwise stays.
    /// </summary>
    /// <param name="wanted">What the form is of: something that was held, or a plan.</param>
    public async Task<bool> Reread(
        TurnContext turn,
        Form form,
        AnswerSheet sheet,
        SentenceMood wanted = SentenceMood.Report
    )
    {
        if (turn.Message.Text is not { } text || sheet.Opening is not { } opening)
            return false;
        var read = await Read(turn, WithoutCommand(text));
        if (read.Mood != wanted)
            return false;
        if (wanted == SentenceMood.Plan)
            read = read.AsPlan();
        var answers = SentenceAnswers.Of(turn, read);
        foreach (
            var key in sheet
                .Answers.Where(pair => pair.Value.MessageId == opening)
                .Select(pair => pair.Key)
                .ToList()
        )
            sheet.Forget(key);
        foreach (var (key, answer) in answers.Where(pair => !sheet.Settled(pair.Key)))
            Give(form, sheet, key, answer);
        sheet.Hints = await HintsOf(turn, read);
        return true;
    }

    /// <summary>What the form does not ask is not wanted.</summary>
    private static void Give(Form form, AnswerSheet sheet, string key, Answer answer)
    {
        if (form.Find(key) is { } question)
            sheet.Give(question, answer with { MessageId = sheet.Opening });
    }

    /// <summary>«/report сегодня была …» is read from behind the command.</summary>
    private static string WithoutCommand(string text) =>
        text.StartsWith('/') ? string.Join(' ', text.Split((char[]?)null, 2).Skip(1)) : text;

    /// <summary>Words that fit several are what the question is narrowed by.</summary>
    private async Task<Dictionary<string, string>?> HintsOf(TurnContext turn, ReportSentence read)
    {
        var hints = new Dictionary<string, string>(StringComparer.Ordinal);
        if (read is { UnclearSchool: { } school, FitsSeveralSchools: true })
            hints[ReportFields.School] = school;
        if (
            read.UnclearType is { } type
            && EventTypeSearch.In(await types.OfEvents(turn.Db, turn.Revision), type).Types.Count > 0
        )
            hints[ReportFields.Type] = type;
        return hints.Count > 0 ? hints : null;
    }
}
