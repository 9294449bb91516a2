using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Inviting;

/// <summary>The little that an invitation leaves open: her name, and where she works if it does not tell.</summary>
public sealed class InvitedForm(NameIndexCache names, Membership membership) : Form
{
    public const string FormName = "invited";
    private const string MunicipalityKey = "municipality";
    private const string SchoolKey = "school";
    private const string NameKey = "name";

    /// <summary>Notes: the keys that the invitation leaves open, and the municipality that it names.</summary>
    private const string Lacking = "lacks";
    private const string Given = "given";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.Consented;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new MunicipalityQuestion(MunicipalityKey, names)
        {
            Clears = [SchoolKey],
            When = sheet => Lacks(sheet, MunicipalityKey),
        },
        new SchoolOfMunicipalityQuestion(
            SchoolKey,
            sheet => sheet[MunicipalityKey] ?? sheet.Note(Given),
            names
        )
        {
            When = sheet => Lacks(sheet, SchoolKey),
        },
        new NameQuestion(NameKey),
    ];

    /// <summary>Keys of what the role needs and the invitation does not say.</summary>
    public static string[] LackedBy(Invitation invitation)
    {
        if (
            invitation.Role.IsRegional()
            || invitation.Role == Role.Observer
            || invitation.SchoolId is not null
        )
            return [];
        string[] lacked = invitation.MunicipalityId is null ? [MunicipalityKey] : [];
        return invitation.Role.IsOfSchool() ? [.. lacked, SchoolKey] : lacked;
    }

    public static AnswerSheet SheetFor(Invitation invitation, string[] lacks)
    {
        var sheet = new AnswerSheet { Subject = invitation.Id.ToString(CultureInfo.InvariantCulture) };
        sheet.Notes[Lacking] = string.Join(' ', lacks);
        if (invitation.MunicipalityId is { } municipality)
            sheet.Notes[Given] = municipality;
        return sheet;
    }

    public override Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (turn.Who.Name is { } name)
            sheet.Answers[NameKey] = new Answer(name, name);
        return Task.CompletedTask;
    }

    /// <summary>The invitation may have been used or run out while she answered.</summary>
    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var id = long.Parse(sheet.Subject!, CultureInfo.InvariantCulture);
        var answer = await Invitations.FindAgain(turn.Db, id, turn.Now);
        if (answer is not InvitationAnswer.Open { Invitation: var invitation })
            return Reply.With(turn.Say(Entrance.WhyNot(answer)));
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        person.Name = sheet[NameKey];
        return await membership.Redeem(
            turn,
            invitation,
            invitation.SchoolId ?? sheet[SchoolKey],
            invitation.MunicipalityId ?? sheet[MunicipalityKey]
        );
    }

    private static bool Lacks(AnswerSheet sheet, string key) =>
        sheet.Note(Lacking)?.Split(' ').Contains(key) == true;
}
