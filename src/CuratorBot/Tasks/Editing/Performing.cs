using CuratorBot.People;

namespace CuratorBot.Tasks.Editing;

/// <summary>Who of a school does a task, by one word: «Director», «Curator» or «both».</summary>
internal static class Performing
{
    public const string Both = "both";
    public static readonly string[] Names = [nameof(Role.Director), nameof(Role.Curator), Both];

    public static List<Role> RolesOf(string? name) =>
        name switch
        {
            nameof(Role.Curator) => [Role.Curator],
            Both => [Role.Director, Role.Curator],
            _ => [Role.Director],
        };

    public static string NameOf(IReadOnlyCollection<Role> roles) =>
        roles.Count > 1 ? Both
        : roles.Contains(Role.Curator) ? nameof(Role.Curator)
        : nameof(Role.Director);
}
