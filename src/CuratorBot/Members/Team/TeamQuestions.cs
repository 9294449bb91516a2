using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>One of the people whom the coordinator oversees, but for the one whom the form is about.</summary>
internal sealed class PersonQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    private const string SchoolPrefix = "school=";

    /// <summary>A typed name may as well be that of a school.</summary>
    public bool OrSchool { get; init; }

    /// <summary>Buttons below the list that lead elsewhere.</summary>
    public Func<Asking, Task<IReadOnlyList<Option>>>? Below { get; init; }

    /// <summary>The school that was chosen instead of a person; null when it was a person.</summary>
    public static string? SchoolIn(string? answer) =>
        answer?.StartsWith(SchoolPrefix, StringComparison.Ordinal) == true
            ? answer[SchoolPrefix.Length..]
            : null;

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var prompt = await base.Ask(asking);
        if (Below is null)
            return prompt;
        var rows = (await Below(asking)).Select(IReadOnlyList<Option> (option) => [option]);
        return prompt with { Options = [.. prompt.Options, .. rows] };
    }

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var people = new PeopleSearch(asking.Turn, names);
        var options = (await people.Find(search))
            .Where(option => option.Value != asking.Sheet.Subject)
            .ToList();
        if (OrSchool && search is not null && await people.SchoolCalled(search) is { } school)
            return new SearchResult([new Option(school.Name, $"{SchoolPrefix}{school.Id}")], IsCertain: true);
        return new SearchResult(options, IsCertain: search is not null && options.Count == 1);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value)
    {
        if (OrSchool && SchoolIn(value) is { } id)
            return await OverseenSchoolQuestion.Find(asking.Turn, id) is { } school
                ? new Answer(value, school.ShortName)
                : null;
        if (
            value == asking.Sheet.Subject
            || !long.TryParse(value, CultureInfo.InvariantCulture, out var personId)
        )
            return null;
        var name = await new PeopleSearch(asking.Turn, names).NameOf(personId);
        return name is null ? null : new Answer(value, name);
    }
}

/// <summary>One of the schools that the coordinator oversees; typing narrows the list.</summary>
internal sealed class OverseenSchoolQuestion(string key, NameIndexCache names) : SearchQuestion(key)
{
    /// <summary>So many can be turned through; of more she has to type a name.</summary>
    private const int MostListed = 80;

    /// <summary>Keys of other schools of this form, which are not offered again.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    public static Task<School?> Find(TurnContext turn, string? id) =>
        Oversight.Schools(turn.Db, turn.Who).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var turn = asking.Turn;
        var taken = Taken(asking.Sheet);
        if (search is null)
        {
            var schools = await Oversight
                .Schools(turn.Db, turn.Who)
                .AsNoTracking()
                .Where(row => !taken.Contains(row.Id))
                .Take(MostListed + 1)
                .ToListAsync();
            return new SearchResult(
                schools.Count > MostListed
                    ? []
                    :
                    [
                        .. schools
                            .OrderBy(row => row.ShortName, School.ByShortName)
                            .Select(row => new Option(row.ShortName, row.Id)),
                    ]
            );
        }
        var index = await names.For(turn.Db, turn.Revision);
        bool Offered(Named named) => turn.Who.MayAdmit.Includes(named) && !taken.Contains(named.Id);
        return NamedOptions.Of(index.Find(search, Sought.School, Offered), OptionFor);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        !Taken(asking.Sheet).Contains(value) && await Find(asking.Turn, value) is { } school
            ? new Answer(school.Id, school.ShortName)
            : null;

    private List<string> Taken(AnswerSheet sheet) =>
        [.. Besides.Where(other => other != Key).Select(other => sheet[other]).OfType<string>()];

    private static Option OptionFor(Named school) => new(school.Name, school.Id);
}

/// <summary>One of the roles of the person whom the form is about, or all of them together.</summary>
internal sealed class HeldRoleQuestion(string key) : Question(key)
{
    public const string All = "all";

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var options = (await Options(asking)).Select(IReadOnlyList<Option> (option) => [option]);
        return new Prompt(asking.Text("ask"), [.. options]);
    }

    public override ValueTask<Reading> Read(Asking asking) =>
        new(new Reading.Refused(asking.Turn.Text("forms.pressAButton")));

    public override async ValueTask<Reading> Pick(Asking asking, string value) =>
        (await Options(asking)).FirstOrDefault(option => option.Value == value) is { } chosen
            ? new Reading.Taken(new Answer(value, chosen.Label))
            : new Reading.Refused(asking.Turn.Text("forms.stale"));

    /// <summary>Whoever has one role only is not asked which.</summary>
    public static async Task Prepare(TurnContext turn, AnswerSheet sheet, string key)
    {
        if (await TeamRoles.HeldBy(turn, TeamForm.PersonOf(sheet)) is not [var only])
            return;
        sheet.Give(key, new Answer($"{only.Row.Id}", only.Shown(turn)));
    }

    /// <summary>The chosen roles, as far as they are held and overseen now.</summary>
    public static async Task<IReadOnlyList<TeamRole>> Chosen(
        TurnContext turn,
        AnswerSheet sheet,
        string key
    ) =>
        [
            .. (await TeamRoles.HeldBy(turn, TeamForm.PersonOf(sheet))).Where(role =>
                sheet[key] == All || sheet[key] == $"{role.Row.Id}"
            ),
        ];

    private static async Task<IReadOnlyList<Option>> Options(Asking asking)
    {
        var roles = await TeamRoles.HeldBy(asking.Turn, TeamForm.PersonOf(asking.Sheet));
        var each = roles.Select(role => new Option(role.Shown(asking.Turn), $"{role.Row.Id}"));
        return roles.Count > 1
            ? [.. each, new Option(asking.Turn.Texts.Plain("team.allRoles"), All)]
            : [.. each];
    }
}
