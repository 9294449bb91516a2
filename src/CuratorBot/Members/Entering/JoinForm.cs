using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Entering;

/// <summary>Who she is, where she works, how to call her: what a coordinator must know to let her in.</summary>
public sealed class JoinForm : Form
{
    public const string FormName = "join";
    public const string RoleKey = "role";
    private const string MunicipalityKey = "municipality";
    private const string NameKey = "name";
    private const string PhoneKey = "phone";
    private const string SchoolKey = "school";
    private const int MostSchools = 5;

    /// <summary>Subject of the form for a member, of whom only the role is new.</summary>
    private const string Further = "further";

    private readonly RepeatingPart _schools;
    private readonly Recognition _recognition;

    public JoinForm(NameIndexCache names, Recognition recognition)
    {
        _recognition = recognition;
        _schools = new RepeatingPart(SchoolKey, MostSchools, place => [SchoolAt(place, names)])
        {
            MayRepeat = sheet => sheet[RoleKey] == nameof(Role.Curator),
        };
        Questions =
        [
            new ChoiceQuestion(
                RoleKey,
                nameof(Role.Curator),
                nameof(Role.Director),
                nameof(Role.Teacher),
                nameof(Role.MunicipalCoordinator),
                nameof(Role.Observer)
            ),
            new MunicipalityQuestion(MunicipalityKey, names) { Clears = _schools.Keys },
            .. _schools.Questions,
            new NameQuestion(NameKey) { When = IsNewcomer },
            new PhoneQuestion(PhoneKey) { Optional = true, When = IsNewcomer },
        ];
    }

    public override string Name => FormName;

    public override bool IsFor(Asker who) => who.Consented;

    public override IReadOnlyList<Question> Questions { get; }

    /// <summary>For somebody who has just been asked for her number and did not want to give it.</summary>
    public static AnswerSheet WithoutPhone() => new() { Skipped = [PhoneKey] };

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (turn.Who.IsMember)
            sheet.Subject = Further;
        var person = await turn.Db.People.FindAsync(turn.Who.PersonId);
        if (person?.Name is { } name)
            sheet.Give(NameKey, new Answer(name, name));
        if (person?.Phone is { } phone)
            sheet.Give(PhoneKey, new Answer(phone, phone));
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await JoinRequest.WaitingOf(turn.Db, turn.Who.PersonId) is { } waiting)
            return Reply.With(JoinRequests.StillWaiting(turn, waiting));
        if (IsNewcomer(sheet))
        {
            var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
            if (person.Name is { } former && former != sheet[NameKey])
                await AuditTrail.Note(
                    turn,
                    "person.renamed",
                    AuditSubject.Person(person.Id),
                    former,
                    sheet[NameKey]
                );
            (person.Name, person.Phone) = (sheet[NameKey], sheet[PhoneKey]);
            if (person.Phone is { } phone && await _recognition.Try(turn, phone) is { } recognised)
                return recognised;
        }
        var request = RequestOf(turn, sheet);
        return request.SchoolId is null && request.Role.IsOfSchool() || Holds(turn, request)
            ? Reply.With(turn.Say("join.alreadyYours"))
            : await JoinRequests.Send(turn, request);
    }

    private JoinRequest RequestOf(TurnContext turn, AnswerSheet sheet)
    {
        var role = Enum.Parse<Role>(sheet[RoleKey]!);
        var schools = _schools
            .FilledIn(sheet)
            .Where(_ => role.IsOfSchool())
            .Select(number => sheet[RepeatingPart.KeyAt(SchoolKey, number)])
            .OfType<string>()
            .Where(school => !turn.Who.Roles.Any(held => held.Role == role && held.SchoolId == school))
            .Distinct()
            .ToList();
        return new JoinRequest
        {
            Id = turn.Ids.Next(),
            PersonId = turn.Who.PersonId,
            Role = role,
            MunicipalityId = sheet[MunicipalityKey],
            SchoolId = schools.FirstOrDefault(),
            MoreSchoolIds = [.. schools.Skip(1)],
            CreatedAt = turn.Now,
        };
    }

    private static bool Holds(TurnContext turn, JoinRequest request) =>
        !request.Role.IsOfSchool()
        && turn.Who.Roles.Any(held =>
            held.Role == request.Role
            && held.SchoolId is null
            && held.MunicipalityId == request.MunicipalityId
        );

    private static bool IsNewcomer(AnswerSheet sheet) => sheet.Subject != Further;

    private static SchoolOfMunicipalityQuestion SchoolAt(RepeatingPlace place, NameIndexCache names) =>
        new(place.Key(SchoolKey), sheet => sheet[MunicipalityKey], names)
        {
            Words = SchoolKey,
            Place = place.Number,
            Optional = place.IsFurther,
            Besides =
            [
                .. Enumerable.Range(1, MostSchools).Select(number => RepeatingPart.KeyAt(SchoolKey, number)),
            ],
            When = sheet =>
                Enum.TryParse<Role>(sheet[RoleKey], out var role)
                && role.IsOfSchool()
                && place.Applies(sheet),
        };
}
