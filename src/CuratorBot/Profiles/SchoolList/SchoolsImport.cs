using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Profiles.SchoolList;

/// <summary>The municipalities and schools of a region as a table. Only the operator brings it in.</summary>
public sealed class SchoolsImport(SchoolDuties duties) : TableImport
{
    public override string Name => "schools";
    public override string Words => "schools";

    public override bool IsFor(Asker who) => false;

    public override int Certainty(TableReading.Read content, TextCatalogue texts) => 0;

    public override async Task<Planning> Plan(TurnContext turn, TableReading.Read content, string? answer) =>
        SchoolsFile.From(content.Tables, turn.Texts) switch
        {
            SchoolsFile.Read read => new Planning.Planned(
                SchoolsPlan.Of(
                    read.Rows,
                    await turn.Db.Municipalities.AsNoTracking().ToListAsync(),
                    await turn.Db.Schools.AsNoTracking().ToListAsync(),
                    turn.Texts,
                    turn.Ids
                ),
                read.Notes
            ),
            SchoolsFile.Refused refused => new Planning.Refused(refused.Words),
            _ => throw new InvalidOperationException("A list of schools is read or refused."),
        };

    public override async Task<Reply> Apply(TurnContext turn, ImportPlan plan, ImportMode mode, long uploadId)
    {
        var schools = (SchoolsPlan)plan;
        turn.Db.AddRange(schools.NewMunicipalities);
        turn.Db.AddRange(schools.NewSchools);
        await turn.Db.SaveChangesAsync();
        await duties.Join(turn, schools.NewSchools);
        await AuditTrail.Note(
            turn,
            "schools.imported",
            new AuditSubject("schools", uploadId),
            after: $"{schools.NewSchools.Count}"
        );
        return Reply.With(
            turn.Say(RichText.Lines([.. schools.Besides(turn.Texts), turn.Text("schools.applied")]))
        );
    }
}
