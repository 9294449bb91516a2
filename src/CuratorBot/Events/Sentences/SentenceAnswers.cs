using CuratorBot.Conversations;

namespace CuratorBot.Events.Sentences;

/// <summary>What a sentence says, as answers of the form; what the form would refuse is left out.</summary>
internal static class SentenceAnswers
{
    public static Dictionary<string, Answer> Of(TurnContext turn, ReportSentence read)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        if (read.Type?.Value is { } type)
            answers[ReportForm.Type] = new Answer(
                new EventKind(type.Category, type.Id).ToString(),
                type.Name
            );
        if (read.School?.Value is { } school)
            answers[ReportForm.School] = new Answer(school.Id, school.Name);
        Day(turn, answers, ReportForm.Date, read.Date);
        Day(turn, answers, ReportForm.Until, read.Until);
        Number(answers, ReportForm.People, read.People, ReportForm.MostPeople);
        Number(answers, ReportForm.Base, read.Base, ReportForm.MostPeople);
        Number(answers, ReportForm.Events, read.Events, ReportForm.MostEvents);
        Words(answers, ReportForm.Topic, read.Topic, ReportForm.LongestText);
        Words(answers, ReportForm.Result, read.Result, ReportForm.LongestText);
        Words(answers, ReportForm.Next, read.Next, ReportForm.LongestText);
        Words(answers, ReportForm.Audience, read.Audience, ReportForm.LongestAudience);
        Day(turn, answers, ReportForm.CheckBack, read.CheckBack);
        if (read.Format?.Value is { } format)
            answers[ReportForm.Format] = new Answer(
                format,
                turn.Texts.Plain($"report.{ReportForm.Format}.options.{format}")
            );
        return answers;
    }

    private static void Day(
        TurnContext turn,
        Dictionary<string, Answer> answers,
        string key,
        Said<DateOnly>? said
    )
    {
        if (said is not null)
            answers[key] = DateQuestion.Answered(turn, said.Value);
    }

    private static void Number(Dictionary<string, Answer> answers, string key, Said<int>? said, int most)
    {
        if (said is not null && said.Value <= most)
            answers[key] = NumberQuestion.Answered(said.Value);
    }

    private static void Words(Dictionary<string, Answer> answers, string key, Said<string>? said, int longest)
    {
        var text = TypedText.OneLine(said?.Value);
        if (text.Length > 0 && text.Length <= longest)
            answers[key] = new Answer(text, text);
    }
}
