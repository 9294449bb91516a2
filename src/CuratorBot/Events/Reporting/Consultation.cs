using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Reporting;

/// <summary>A report of a consultation of which school and question are known.</summary>
public static class Consultation
{
    private const string TypeId = "consultation";

    public static async Task<AnswerSheet> Begun(
        TurnContext turn,
        ReportForm form,
        string schoolId,
        string question
    )
    {
        var sheet = new AnswerSheet();
        if (await turn.Db.EventTypes.SingleOrDefaultAsync(type => type.Id == TypeId) is { } type)
            sheet.Give(form.Find(ReportFields.Type)!, EventKind.AnswerOf(type));
        if (await MySchoolQuestion.Find(turn, turn.Who.MayWork, schoolId) is { } school)
            sheet.Give(form.Find(ReportFields.School)!, new Answer(school.Id, school.ShortName));
        if (question.Length <= ReportFields.LongestText)
            sheet.Give(form.Find(ReportFields.Question)!, new Answer(question, question));
        return sheet;
    }
}
