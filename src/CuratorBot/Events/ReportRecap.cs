using CuratorBot.Conversations;
using CuratorBot.Texts;

namespace CuratorBot.Events;

/// <summary>A report in one line: «Посещение школы, СОШ №3, 17 января, 12 человек, 3 фото».</summary>
internal static class ReportRecap
{
    public static RichText Of(TurnContext turn, AnswerSheet sheet)
    {
        var parts = Begun(sheet);
        if (ReportWriter.PeopleIn(sheet) is { } people)
            parts.Add(turn.Text("events.people", ("count", people)));
        var files = FilesQuestion.FilesIn(sheet, ReportForm.Files).Files;
        parts.AddRange(FilesIn(turn, files.Count(file => file.Kind == EventReportFile.Photo), files.Count));
        return RichText.Join(", ", parts);
    }

    /// <summary>What is answered of the type, the school and the date.</summary>
    public static List<RichText> Begun(AnswerSheet sheet) =>
        [
            .. Enumerable
                .Range(1, ReportPlace.IsSchool(sheet[ReportForm.School]) ? ReportForm.MostSchools : 1)
                .Select(number => RepeatingPart.KeyAt(ReportForm.School, number))
                .Prepend(ReportForm.Type)
                .Append(ReportForm.Date)
                .Where(sheet.Answers.ContainsKey)
                .Select(key => (RichText)sheet.Shown(key)),
        ];

    /// <param name="photos">How many of <paramref name="all"/> are photos; the others are documents.</param>
    public static IEnumerable<RichText> FilesIn(TurnContext turn, int photos, int all)
    {
        if (photos > 0)
            yield return turn.Text("events.photos", ("count", photos));
        if (all > photos)
            yield return turn.Text("events.documents", ("count", all - photos));
    }
}
