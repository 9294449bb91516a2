using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Events;

/// <summary>«/report»: begins a report, or asks what is to become of the one that was begun.</summary>
public sealed class ReportCommand(ReportForm form, FormEngine engine) : ICommand, IAction
{
    private const string ResumeName = "report.resume";
    private const string AnewName = "report.anew";
    internal const string WithFilesName = "report.withFiles";

    public string Name => ReportForm.FormName;
    public IEnumerable<string> Names => [ResumeName, AnewName, WithFilesName];
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public async Task<Turn> Take(TurnContext turn, string argument)
    {
        var session = await Draft(turn);
        if (session is null || AnswerSheet.FromJson(session.Sheet) is not { } sheet || !IsBegun(sheet))
            return await engine.Start(turn, form);
        return Turn.Reply(
            turn.Say(Question(turn, session, sheet)) with
            {
                Choices =
                [
                    [
                        turn.Button("report.draft.resume", $"{ResumeName}:{MarkOf(session)}"),
                        turn.Button("report.draft.anew", $"{AnewName}:{MarkOf(session)}"),
                    ],
                ],
            }
        );
    }

    /// <summary>The button holds good only for the draft as it was when it was offered.</summary>
    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (name == WithFilesName)
            return await BeginWithFiles(turn, argument);
        var session = await Draft(turn);
        if (
            turn.Pressed is not { } pressed
            || session is null
            || MarkOf(session) != argument
            || !IsFor(turn.Who)
        )
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        return Turn.Reply(turn.EditPressed(pressed.Message.Text))
            .Then(name == ResumeName ? await engine.Resume(turn, session) : await engine.Start(turn, form));
    }

    /// <summary>They go into the report that was begun; without one, a report begins with them.</summary>
    private async Task<Turn> BeginWithFiles(TurnContext turn, string argument)
    {
        if (
            turn.Pressed is not { } pressed
            || FilesOffer.FromJson(argument) is not { } offer
            || !IsFor(turn.Who)
        )
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        var marked = Turn.Reply(turn.EditPressed(pressed.Message.Text));
        var session = await Draft(turn);
        var sheet = session is null ? new AnswerSheet() : AnswerSheet.FromJson(session.Sheet);
        FilesQuestion.Add(turn, sheet, ReportForm.Files, offer.Files);
        if (session is null)
            return marked.Then(await engine.Start(turn, form, sheet));
        session.Sheet = sheet.ToJson();
        return marked.Then(await engine.Resume(turn, session));
    }

    private static async Task<Session?> Draft(TurnContext turn) =>
        await turn.Db.Sessions.FindAsync(turn.Who.PersonId, ReportForm.FormName);

    /// <summary>A school that was filled in without being asked is no beginning.</summary>
    private static bool IsBegun(AnswerSheet sheet) => sheet.Answers.Keys.Any(key => key != ReportForm.School);

    private static string MarkOf(Session session) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{session.StartedAt.ToUnixTimeMilliseconds()}.{session.Turn}"
        );

    private RichText Question(TurnContext turn, Session session, AnswerSheet sheet)
    {
        var asked = form.Applying(sheet)
            .Where(question => !question.IsOnRequest(sheet))
            .Select(question => question.Key)
            .ToList();
        var at = asked.IndexOf(session.Step);
        return turn.Text(
            "report.draft.ask",
            ("recap", RichText.Join(", ", Recap(turn, sheet))),
            ("step", at < 0 ? asked.Count + 1 : at + 1),
            ("steps", asked.Count + 1)
        );
    }

    private static IReadOnlyList<RichText> Recap(TurnContext turn, AnswerSheet sheet)
    {
        var begun = ReportRecap.Begun(sheet);
        var files = FilesQuestion.FilesIn(sheet, ReportForm.Files).Files;
        begun.AddRange(
            ReportRecap.FilesIn(turn, files.Count(file => file.Kind == EventReportFile.Photo), files.Count)
        );
        return begun;
    }
}
