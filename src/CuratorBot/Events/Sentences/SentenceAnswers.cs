using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;

namespace CuratorBot.Events.Sentences;

/// <summary>What a sentence says, as answers of the form; what the form would refuse is left out.</summary>
internal static class SentenceAnswers
{
    public static Dictionary<string, Answer> Of(TurnContext turn, ReportSentence read)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        if (read.Type?.Value is { } type)
            answers[ReportFields.Type] = EventKind.AnswerOf(type);
        if (read.School?.Value is { } school)
            answers[ReportFields.School] = new Answer(school.Id, school.Name);
        Day(turn, answers, ReportFields.Date, read.Date);
        Day(turn, answers, ReportFields.Until, read.Until);
        Number(answers, ReportFields.People, read.People, PeopleQuestion.Most);
        Number(answers, ReportFields.PeopleOf, read.Base, PeopleQuestion.Most);
        Number(answers, ReportFields.Events, read.Events, EventsCountField.Most);
        Words(answers, ReportFields.Topic, read.Topic, ReportFields.LongestText);
        Words(answers, ReportFields.Result, read.Result, ReportFields.LongestText);
        Words(answers, ReportFields.Next, read.Next, ReportFields.LongestText);
        Words(answers, ReportFields.Audience, read.Audience, ReportFields.LongestAudience);
        Day(turn, answers, ReportFields.CheckBack, read.CheckBack);
        if (read.Format?.Value is { } format)
            answers[ReportFields.Format] = new Answer(
                format,
                turn.Texts.Plain($"report.{ReportFields.Format}.options.{format}")
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
