using CuratorBot.Fields;
using CuratorBot.Registers;
using CuratorBot.Schools;

namespace CuratorBot.Tests.Registers;

/// <summary>A register of no slice: a name, and one field of the kind that is tried.</summary>
internal sealed class Samples(Field tried) : Register<Sample>("samples")
{
    public override Over Over => Over.School;

    public override IReadOnlyList<Field> Fields { get; } =
    [Text("name", row => row.Name, longest: 100), tried.Optional().OrDash().OrNotApplying()];

    public override IReadOnlyList<string> Key => ["name"];

    public static Field OfMonth(NameIndexCache names) => Month("month", row => row.Month);

    public static Field OfMonthAhead(NameIndexCache names) =>
        Month("month", row => row.Month, yearsBack: 1, yearsAhead: 1);

    public static Field OfShare(NameIndexCache names) =>
        Share("reached", row => row.Reached, row => row.ReachedOf, row => row.ReachedStated);

    public static Field OfSeveral(NameIndexCache names) =>
        Several("themes", row => row.Themes, "reading", "sums", "parents").Filter();

    public static Field OfSchool(NameIndexCache names) => AnySchool("helper", row => row.HelperId, names);

    public static Field OfMunicipality(NameIndexCache names) =>
        AnyMunicipality("district", row => row.PlaceId, names);

    public static Field OfOrganisation(NameIndexCache names) =>
        Organisation("organisation", row => row.Organisation);

    public static Field OfPost(NameIndexCache names) => Post("post", row => row.Post);

    public static Field OfFiles(NameIndexCache names) => Files("files");
}
