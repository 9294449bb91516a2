namespace CuratorBot.Conversations.Forms;

/// <summary>Brings a sheet that was begun under an earlier version of its form up to the present one.</summary>
internal static class FormVersions
{
    /// <summary>
    /// Answers move on by their keys: under a new name if the form says so; those whose question is gone or
    /// has changed its meaning are dropped. Running it again changes nothing.
    /// </summary>
    public static void MoveOn(Form form, Session session, AnswerSheet sheet)
    {
        foreach (var (before, now) in form.Renamed)
            Rename(session, sheet, before, now);
        foreach (var key in sheet.Answers.Keys.Concat(sheet.Skipped).ToList())
        {
            var isOutdated = form.Find(key) is { } question
                ? question.Version != sheet.Versions.GetValueOrDefault(key, 1)
                : session.Version != form.Version;
            if (isOutdated)
                sheet.Forget(key);
        }
        sheet.Given.IntersectWith(sheet.Answers.Keys);
    }

    /// <summary>Whether what is asked at this moment can still be answered as it was asked.</summary>
    public static bool IsStillOpen(Form form, Session session, AnswerSheet sheet) =>
        form.Find(session.Step) is { } question
            ? question.When(sheet) && question.Version == Math.Max(1, sheet.OpenVersion)
            : session.Step == FormEngine.SummaryStep && form.NextOf(sheet) is null;

    private static void Rename(Session session, AnswerSheet sheet, string before, string now)
    {
        if (session.Step == before)
            session.Step = now;
        if (sheet.Answers.Remove(before, out var answer))
            sheet.Answers.TryAdd(now, answer);
        if (sheet.Skipped.Remove(before) && !sheet.Answers.ContainsKey(now))
            sheet.Skipped.Add(now);
        if (sheet.Versions.Remove(before, out var version))
            sheet.Versions.TryAdd(now, version);
        if (sheet.Given.Remove(before))
            sheet.Given.Add(now);
    }
}
