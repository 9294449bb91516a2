using CuratorBot.People;
using CuratorBot.Registers;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.People;

/// <summary>
/// What each of the people of the matrix may see and do, written down by hand and not asked of the product.
/// </summary>
internal sealed record Rights(long Account, string Who)
{
    private const string Penza = "Пензенская область";

    public string[] Schools { get; init; } = [];
    public string[] Municipalities { get; init; } = [];
    public string[] Regions { get; init; } = [];
    public bool Everything { get; init; }

    /// <summary>Reports and closes what is owed.</summary>
    public bool Works { get; init; }

    /// <summary>Answers requests for help.</summary>
    public bool Helps { get; init; }

    /// <summary>Lets people in.</summary>
    public bool Admits { get; init; }

    /// <summary>Reads the audit and settles dates in doubt.</summary>
    public bool Leads { get; init; }

    /// <summary>A role that the cast does not have.</summary>
    private RoleAssignment? Held { get; init; }

    public bool IsStranger => Schools.Length + Municipalities.Length + Regions.Length == 0 && !Everything;
    public bool IsWide => Municipalities.Length + Regions.Length > 0 || Everything;

    public bool Sees(Municipality place) => SeesPlace(place.Id, place.Region);

    public bool Sees(School school) =>
        Schools.Contains(school.Id) || SeesPlace(school.MunicipalityId, school.Region);

    public bool SeesPlace(string? municipality, string? region) =>
        Everything || Municipalities.Contains(municipality) || Regions.Contains(region);

    /// <summary>Of a school of hers, or of a place or region that is hers as a whole.</summary>
    public bool IsHers(RegisterRow row) =>
        Schools.Contains(row.SchoolId)
        || Schools.Contains(row.OtherSchoolId)
        || SeesPlace(row.MunicipalityId, row.Region);

    public override string ToString() => Who;

    public static readonly Rights[] All =
    [
        new(1001, "куратор")
        {
            Schools = ["kuznetsk_sosh_3", "kuznetsk_sosh_10"],
            Works = true,
            Helps = true,
        },
        new(1002, "директор") { Schools = ["kuznetsk_sosh_3"], Works = true },
        new(1003, "педагог") { Schools = ["kuznetsk_sosh_3"], Works = true },
        new(1004, "муниципальный координатор")
        {
            Municipalities = ["kuznetsk"],
            Works = true,
            Helps = true,
            Admits = true,
        },
        new(1005, "региональный координатор всех регионов")
        {
            Everything = true,
            Works = true,
            Helps = true,
            Admits = true,
            Leads = true,
        },
        new(1006, "посторонний"),
        new(1011, "региональный координатор")
        {
            Regions = [Penza],
            Works = true,
            Helps = true,
            Admits = true,
            Leads = true,
            Held = Over(Role.RegionalCoordinator, region: Penza),
        },
        new(1012, "региональный оператор")
        {
            Regions = [Penza],
            Works = true,
            Helps = true,
            Held = Over(Role.RegionalOperator, region: Penza),
        },
        new(1013, "наблюдатель региона") { Regions = [Penza], Held = Over(Role.Observer, region: Penza) },
        new(1014, "наблюдатель муниципалитета")
        {
            Municipalities = ["kuznetsk"],
            Held = Over(Role.Observer, municipality: "kuznetsk"),
        },
        new(1015, "наблюдатель школы")
        {
            Schools = ["kuznetsk_sosh_3"],
            Held = Over(Role.Observer, school: "kuznetsk_sosh_3"),
        },
    ];

    /// <summary>Which of them each command is for. A new command must be added here.</summary>
    public static readonly Dictionary<string, Func<Rights, bool>> Commands = new()
    {
        ["report"] = who => who.Works,
        ["drafts"] = who => !who.IsStranger,
        ["tasks"] = who => who.Works,
        ["status"] = who => !who.IsStranger,
        ["debtors"] = who => who.IsWide,
        ["events"] = who => !who.IsStranger,
        ["registers"] = who => !who.IsStranger,
        ["plan"] = who => !who.IsStranger,
        ["schedule"] = who => !who.IsStranger,
        ["ask"] = who => who.Works,
        ["people"] = who => who.Admits,
        ["calendar"] = who => who.Works,
        ["announce"] = who => who.Works && who.IsWide,
        ["invite"] = who => who.Admits,
        ["roster"] = who => who.Admits,
        ["audit"] = who => who.Leads,
        ["me"] = who => !who.IsStranger,
        ["mydata"] = _ => true,
        ["help"] = _ => true,
        ["start"] = _ => true,
    };

    public static Rights Of(long account) => All.Single(one => one.Account == account);

    /// <summary>Brings those into the world whom the cast does not have.</summary>
    public static async Task AddMissing(World world)
    {
        foreach (var who in All)
            if (who.Held is { } held)
                await Newcomers.AddWith(world, who.Account, who.Who, held);
    }

    private static RoleAssignment Over(
        Role role,
        string? school = null,
        string? municipality = null,
        string? region = null
    ) =>
        new()
        {
            PersonId = 0,
            Role = role,
            SchoolId = school,
            MunicipalityId = municipality,
            Region = region,
            GrantedAt = World.Start,
        };
}
