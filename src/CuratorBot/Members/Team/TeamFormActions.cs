using System.Globalization;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Members.Team;

/// <summary>The buttons of a card that begin a change.</summary>
public sealed class TeamFormActions : IAction
{
    public const string Grant = GrantForm.FormName;
    public const string End = EndForm.FormName;
    public const string Move = MoveForm.FormName;
    public const string Handover = HandoverForm.FormName;
    public const string Assign = AssignForm.FormName;
    public const string Helper = HelperForm.FormName;

    public IEnumerable<string> Names => [Grant, End, Move, Handover, Assign, Helper];
    public bool ReadsOnly => false;

    /// <param name="name">Also the name of the form.</param>
    /// <param name="argument">Id of the person or school.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!Oversight.IsFor(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("team.notYours"));
        var about = name is Assign or Helper
            ? (await OverseenSchoolQuestion.Find(turn, argument))?.ShortName
            : await PersonCalled(turn, argument);
        return about is null
            ? Reply.OnlyToast(turn.Texts.Plain("team.notYours"))
            : Reply.Opens(name, TeamForm.SheetFor(argument, about));
    }

    private static async Task<string?> PersonCalled(TurnContext turn, string argument) =>
        long.TryParse(argument, CultureInfo.InvariantCulture, out var id)
            ? (await PersonCard.Read(turn, id))?.Name
            : null;
}
