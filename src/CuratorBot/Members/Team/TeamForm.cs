using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Members.Team;

/// <summary>A form by which a coordinator changes something for a person or a school of hers.</summary>
public abstract class TeamForm : Form
{
    /// <summary>Not asked: the name of whom the form is about, for the summary.</summary>
    private const string AboutNote = "about";

    public override bool IsFor(Asker who) => Oversight.IsFor(who);

    /// <param name="subject">Id of the person or school.</param>
    public static AnswerSheet SheetFor(string subject, string name)
    {
        var sheet = new AnswerSheet { Subject = subject };
        sheet.Notes[AboutNote] = name;
        return sheet;
    }

    public static long PersonOf(AnswerSheet sheet) =>
        long.TryParse(sheet.Subject, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public static string NameIn(AnswerSheet sheet) => sheet.Note(AboutNote) ?? "—";

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet) =>
        turn.Text($"{Name}.summary", ("name", NameIn(sheet)));

    /// <summary>What the form was about is not hers any more, or was changed by somebody else meanwhile.</summary>
    protected static Reply Gone(TurnContext turn) => Reply.With(turn.Say("team.gone"));

    /// <summary>Says that it is done and shows the card of the person as it is now.</summary>
    protected static async Task<Reply> Done(TurnContext turn, OutgoingMessage said, long personId)
    {
        var reply = Reply.With(said);
        return await PersonCard.Read(turn, personId) is { } card ? reply.Then(card.Say(turn)) : reply;
    }
}
