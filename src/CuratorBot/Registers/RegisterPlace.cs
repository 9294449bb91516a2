using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Registers;

/// <summary>Whose a row is, as it lies in an answer: «school:id», «municipality:id» or «region:name».</summary>
internal static class RegisterPlace
{
    public const string Key = "place";
    public const string OtherKey = "other";

    /// <summary>Between the two schools of a pair.</summary>
    public const char Between = '+';

    /// <summary>«school:id+school:id» taken apart; null where there is no second.</summary>
    public static (string Place, string? Other) Pair(string places) =>
        places.Split(Between, 2) is [var place, var other]
        && other.StartsWith("school:", StringComparison.Ordinal)
            ? (place, other)
            : (places, null);

    public static string Of(School school) => $"school:{school.Id}";

    public static string Of(Municipality municipality) => $"municipality:{municipality.Id}";

    public static string OfRegion(string name) => $"region:{name}";

    public static string Of(Named named) =>
        named.Kind == Sought.School ? $"school:{named.Id}" : $"municipality:{named.Id}";

    /// <summary>Puts the place into the row; false when it is not in the scope now.</summary>
    public static async Task<bool> Put(TurnContext turn, Scope scope, RegisterRow row, string place)
    {
        var (kind, id) = Split(place);
        if (kind == "school" && await MySchoolQuestion.Find(turn, scope, id) is { } school)
            (row.SchoolId, row.MunicipalityId, row.Region) = (
                school.Id,
                school.MunicipalityId,
                school.Region
            );
        else if (
            kind == "municipality"
            && await turn.Db.Municipalities.FindAsync(id) is { } municipality
            && scope.Includes(municipality)
        )
            (row.MunicipalityId, row.Region) = (municipality.Id, municipality.Region);
        else if (kind == "region" && scope.IncludesRegion(id))
            row.Region = id;
        else
            return false;
        return true;
    }

    /// <summary>What the place is called; null when there is no such place.</summary>
    public static async Task<string?> NameOf(TurnContext turn, string place)
    {
        var (kind, id) = Split(place);
        return kind switch
        {
            "school" => (await turn.Db.Schools.FindAsync(id))?.ShortName,
            "municipality" => (await turn.Db.Municipalities.FindAsync(id))?.Name,
            "region" => id,
            _ => null,
        };
    }

    private static (string Kind, string Id) Split(string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", place) : (place[..colon], place[(colon + 1)..]);
    }
}
