using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.People;

namespace CuratorBot.Members.Me;

/// <summary>She corrects how she is called.</summary>
public sealed class RenameForm : Form
{
    public const string FormName = "rename";
    private const string NameKey = "name";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.IsMember;

    public override IReadOnlyList<Question> Questions { get; } = [new NameQuestion(NameKey)];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        await AuditTrail.Note(
            turn,
            "person.renamed",
            AuditSubject.Person(person.Id),
            person.Name,
            sheet[NameKey]
        );
        person.Name = sheet[NameKey];
        return Reply.With(turn.Say("rename.done", ("name", person.Name)));
    }
}
