using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Members.Entering;

/// <summary>The short way in: her own number, which the roster may know. Otherwise the request follows.</summary>
public sealed class RecogniseForm(Recognition recognition) : Form
{
    public const string FormName = "recognise";
    private const string PhoneKey = "phone";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.Consented;

    public override IReadOnlyList<Question> Questions { get; } =
    [new PhoneQuestion(PhoneKey) { Optional = true }];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (sheet[PhoneKey] is not { } phone)
            return Reply.Opens(JoinForm.FormName, JoinForm.WithoutPhone());
        if (await recognition.Try(turn, phone) is { } recognised)
            return recognised;
        var isTaken = await Recognition.IsOfAnother(turn.Db, phone, turn.Who.PersonId);
        var said = turn.Say(isTaken ? "recognise.taken" : "recognise.notFound");
        (await turn.Db.People.FindAsync(turn.Who.PersonId))!.Phone = phone;
        return Reply.With(said with { RemovesContactButton = true }).Then(Reply.Opens(JoinForm.FormName));
    }
}
