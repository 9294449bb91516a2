using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

/// <summary>
/// Arguments for the buttons of every action: of the director's school, of a foreign school of the same
/// municipality, of a foreign municipality and of a foreign region. A new action must be added here.
/// </summary>
internal sealed class ButtonSamples
{
    public static readonly string[] Schools =
    [
        "kuznetsk_sosh_3",
        "kuznetsk_gymnasium_1",
        "penza_sosh_27",
        "mariinsk_sosh_6",
    ];
    public static readonly string[] Municipalities = ["kuznetsk", "penza", "mariinskiy_okrug"];

    /// <summary>What no button ever says.</summary>
    public static readonly string[] Nonsense =
    [
        "",
        "чепуха",
        "-1",
        "999999999999999999999",
        ":::",
        "0:чепуха",
        "<b>&",
    ];

    private readonly Dictionary<string, string[]> _samples;

    private ButtonSamples(Dictionary<string, string[]> samples) => _samples = samples;

    public IReadOnlyCollection<string> Prefixes => _samples.Keys;

    public IEnumerable<string> Actions =>
        _samples.SelectMany(pair => pair.Value.Concat(Nonsense).Select(argument => $"{pair.Key}:{argument}"));

    /// <param name="requests">Ids of requests to join.</param>
    /// <param name="invitations">Ids of invitations.</param>
    /// <param name="announcements">Ids of drafts of announcements.</param>
    /// <param name="helpRequests">Ids of requests for help.</param>
    /// <param name="plans">Ids of planned events.</param>
    public static async Task<ButtonSamples> For(
        World world,
        IReadOnlyList<long> requests,
        IReadOnlyList<long> invitations,
        IReadOnlyList<long> announcements,
        IReadOnlyList<long> helpRequests,
        IReadOnlyList<long> plans
    )
    {
        var obligations = await world.Read(db => ObligationsOf(db.Obligations));
        var reports = await world.Read(db =>
            db.EventReports.OrderBy(row => row.Id).Select(row => $"{row.Id}").ToListAsync()
        );
        var corrections = await world.Read(db =>
            db.ReportCorrections.OrderBy(row => row.Id).Select(row => $"{row.Id}").ToListAsync()
        );
        var people = await world.Read(db =>
            db.People.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync()
        );
        var tasks = await world.Read(db => db.Tasks.Select(row => row.Id).ToListAsync());
        var commands = world.Catalogue.Commands.Select(command => command.Name).ToList();
        string[] everybody = await world.Read(db => db.People.Select(row => $"{row.Id}").ToArrayAsync());
        string[] announced = [.. announcements.Select(id => $"{id}")];
        string[] planned = [.. plans.Select(id => $"{id}")];
        string[] views = ["Ahead", "Unreported", "NotHeld"];
        string[] asked = [.. requests.Select(id => $"{id}")];
        var uploads = await world.Read(db => db.Uploads.Select(row => row.Id).ToListAsync());
        string[] lists =
        [
            "0:mine",
            "0:waiting",
            "0:type=consultation;days=2022-01-01/2022-05-31",
            .. people.Take(3).Select(id => $"0:by={id}"),
            .. Schools.Select(id => $"0:{id}"),
            .. Municipalities.Select(id => $"0:@{id}"),
        ];
        return new ButtonSamples(
            new(await RegisterSamples.Buttons(world))
            {
                ["form"] = [.. Schools.Concat(Municipalities).Select(id => $"1:1:pick:{id}")],
                ["debtors.remind"] = [.. Municipalities, "", $"kuznetsk:0:{Schools[0]}"],
                ["debtors.sure"] = [.. Municipalities, "", $"kuznetsk:0:{Schools[0]}"],
                ["debtors.choose"] = [.. Municipalities, ""],
                ["debtors.toggle"] = [.. Municipalities.Select(id => $"{id}:0:{Schools[0]}"), ":7:"],
                ["debtors.unreachable"] = [.. Municipalities, ""],
                ["debtors.unreachablePage"] = [.. Municipalities.Select(id => $"{id}:7"), ":1"],
                ["debtors.history"] = [.. Municipalities, ""],
                ["debtors.historyPage"] = [.. Municipalities.Select(id => $"{id}:7"), ":1"],
                ["plan.new"] = ["", .. Schools],
                ["plan.told"] = ["1:Завтра еду в СОШ №3", "2:Завтра консультация в СОШ №27 г. Пензы"],
                ["plan.report"] = planned,
                ["plan.move"] = planned,
                ["plan.drop"] = planned,
                ["plan.nothing"] = [""],
                ["plan.card"] = planned,
                ["plan.brief"] = planned,
                ["plan.list"] = [.. views.Select(view => $"{view}:0")],
                ["plan.page"] = [.. views.Select(view => $"{view}:7")],
                ["help.new"] = [""],
                ["help.waiting"] = ["0", "7"],
                ["help.waitingPage"] = ["0", "7"],
                ["help.write"] = [.. helpRequests.Select(id => $"{id}")],
                ["help.solve"] = [.. helpRequests.Select(id => $"{id}")],
                ["help.report"] = [.. helpRequests.Select(id => $"{id}")],
                ["announce.mine"] = ["0", "7"],
                ["announce.minePage"] = ["0", "7"],
                ["announce.sample"] = [""],
                ["announce.read"] = announced,
                ["announce.account"] = announced,
                ["announce.refresh"] = announced,
                ["announce.missing"] = [.. announced.Select(id => $"{id}:0")],
                ["announce.send"] = announced,
                ["announce.sure"] = announced,
                ["announce.cancel"] = announced,
                ["announce.reword"] = announced,
                ["announce.drop"] = announced,
                ["draft.list"] = ["0", "7"],
                ["draft.resume"] = ["1"],
                ["draft.remove"] = ["1"],
                ["draft.removeForSure"] = ["1.1"],
                ["draft.restore"] = ["1"],
                ["draft.anew"] = ["report", "join"],
                ["command"] =
                [
                    .. commands,
                    .. commands.SelectMany(name =>
                        Schools.Concat(Municipalities).Select(id => $"{name}:{id}")
                    ),
                ],
                ["consent.agree"] = ["1", "2.", "3.", "3.1"],
                ["consent.refuse"] = [""],
                ["consent.read"] = [""],
                ["join.accept"] = asked,
                ["join.decline"] = asked,
                ["join.withdraw"] = asked,
                ["audit.page"] =
                [
                    "0:",
                    "1:",
                    .. Schools.Select(id => $"0:{id}"),
                    .. Municipalities.Select(id => $"0:@{id}"),
                    .. people.Select(id => $"0:~{id}"),
                ],
                ["mydata.phone"] = [""],
                ["mydata.withdraw"] = [""],
                ["mydata.withdrawNow"] = ["", "0"],
                ["mydata.erase"] = [""],
                ["mydata.eraseNow"] = ["", "0"],
                ["me.rename"] = [""],
                ["me.addRole"] = [""],
                ["me.now"] = [""],
                ["me.nowIs"] =
                [
                    "all",
                    .. Schools.Select(id => $"s:{id}"),
                    .. Municipalities.Select(id => $"m:{id}"),
                ],
                ["invite.list"] = ["0", "7"],
                ["invite.page"] = ["0", "7"],
                ["invite.revoke"] = [.. invitations.Select(id => $"{id}:0")],
                ["report.told"] =
                [
                    .. Schools.Select(id => $"101:консультация сегодня {id}"),
                    "102:вчера семинар в СОШ №27 Пензы",
                ],
                ["mornings.open"] = [""],
                ["mornings.card"] = [""],
                ["mornings.hours"] = [""],
                ["mornings.hour"] = ["8", "20", "7", "21"],
                ["mornings.pause"] = [""],
                ["mornings.resume"] = [""],
                ["team.card"] = everybody,
                ["team.grant"] = everybody,
                ["team.end"] = everybody,
                ["team.move"] = everybody,
                ["team.handover"] = everybody,
                ["team.school"] = Schools,
                ["team.assign"] = Schools,
                ["team.helper"] = Schools,
                ["team.uncurated"] = ["0", "7"],
                ["team.page"] = ["0", "7"],
                ["report.withFiles"] =
                [
                    """{"Album":null,"Files":[{"Id":"a","UniqueId":"a","Kind":"photo"}]}""",
                    """{"Album":null}""",
                ],
                ["events.list"] = lists,
                ["events.page"] = lists,
                ["events.narrow"] = lists,
                ["events.by"] =
                [
                    .. new[] { "school", "type", "days", "author" }.SelectMany(what =>
                        lists.Select(list => $"0:{what}:{list[2..]}")
                    ),
                ],
                ["coverage.next"] = ["0"],
                ["coverage.unvisited"] = ["0", "1", "7"],
                ["coverage.risks"] = ["0", "1", "7"],
                ["review.accept"] = [.. reports],
                ["review.return"] = [.. reports],
                ["review.acceptCorrection"] = [.. corrections],
                ["review.declineCorrection"] = [.. corrections],
                ["report.mend"] = [.. reports],
                ["events.card"] = [.. reports],
                ["events.files"] = [.. reports],
                ["status.municipality"] = Municipalities,
                ["status.school"] = Schools,
                ["status.schools"] = [.. Municipalities.Select(id => $"{id}:0"), ":0"],
                ["status.overview"] = ["0", "7"],
                ["debtors.municipality"] = [.. Municipalities.Select(id => $"{id}:0")],
                ["debtors.list"] = ["0", "7"],
                ["agenda.month"] = ["2022-01", "2022-13", "1990-01"],
                ["agenda.file"] = [""],
                ["task.done"] = [.. obligations],
                ["task.tomorrow"] = [.. obligations],
                ["task.confirm"] = [.. tasks],
                ["roster.template"] = [""],
                ["roster.export"] = [""],
                ["import.apply"] =
                [
                    .. uploads.SelectMany(id => new[] { $"{id}:OnlyGood", $"{id}:All", $"{id}:7" }),
                ],
                ["import.answer"] = [.. uploads.Select(id => $"{id}:OtherPeople")],
                ["import.drop"] = [.. uploads.Select(id => $"{id}:")],
                ["owed.done"] = [.. obligations],
                ["owed.excuse"] = [.. obligations],
                ["owed.reopen"] = [.. obligations],
                ["schedule.open"] = [""],
                ["schedule.list"] = ["0", "7", "0:2022", "0:1"],
                ["schedule.card"] = [.. tasks],
                ["schedule.places"] = [.. tasks.Select(id => $"0:{id}")],
                ["schedule.owners"] =
                [
                    .. tasks.SelectMany(id => Municipalities.Append("~").Select(place => $"0:{place}:{id}")),
                ],
                ["schedule.owed"] = [.. obligations],
                ["schedule.file"] = [.. obligations],
                ["schedule.add"] = [""],
                ["schedule.move"] = [.. tasks],
                ["schedule.cancel"] = [.. tasks],
                ["schedule.restore"] = [.. tasks],
                ["schedule.confirm"] = [.. tasks],
                ["schedule.table"] = [""],
                ["schedule.template"] = [""],
                ["schedule.export"] = ["", "2022", "2021"],
                ["schedule.nextYear"] = ["2022", "2021"],
            }
        );
    }

    private static Task<List<string>> ObligationsOf(IQueryable<Obligation> obligations) =>
        obligations
            .Where(row =>
                Schools.Contains(row.OwnerId)
                || Municipalities.Contains(row.OwnerId)
                || row.OwnerKind == OwnerKind.Region
            )
            .OrderBy(row => row.Id)
            .Select(row => $"{row.Id}")
            .ToListAsync();

    private static IEnumerable<string> FormPresses(string id) =>
        from form in new[] { "report", "join", "invite", "invited", "rename", "proof", "phone" }
        from turn in new[] { 1, 2 }
        from verb in new[] { "pick", "fix", "send" }
        select $"{form}:{turn}:{verb}:{id}";
}
