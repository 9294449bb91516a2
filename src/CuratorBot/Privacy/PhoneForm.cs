using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.People;

namespace CuratorBot.Privacy;

/// <summary>She shares her number anew, or takes it out.</summary>
public sealed class PhoneForm : Form
{
    public const string FormName = "phone";
    private const string NumberKey = "number";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who is { IsMember: true, Consented: true };

    public override IReadOnlyList<Question> Questions { get; } =
    [new PhoneQuestion(NumberKey) { Optional = true }];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        if (person.Phone != sheet[NumberKey])
            await AuditTrail.Note(
                turn,
                "person.phone",
                AuditSubject.Person(person.Id),
                person.Phone,
                sheet[NumberKey]
            );
        person.Phone = sheet[NumberKey];
        var said = person.Phone is null ? "phone.removed" : "phone.done";
        return Reply.With(turn.Say(said, ("phone", person.Phone)) with { RemovesContactButton = true });
    }
}
