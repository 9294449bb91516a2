using CuratorBot.Schools;

namespace CuratorBot.Events.Sentences;

/// <summary>
/// Makes one school of those that were named, or says which words have to be asked about. «в Каменке, в
/// первой школе» names one school twice: the one that both can mean.
/// </summary>
internal static class SchoolOf
{
    public static ReportSentence Sentence(
        ReportSentence read,
        Sentence sentence,
        IReadOnlyList<SchoolMention> named
    )
    {
        if (named.Count == 0)
            return read;
        var said = sentence.Said(new Stretch(named[0].At.From, named[^1].At.To));
        var ofAll = named
            .Select(mention => mention.Schools.AsEnumerable())
            .Aggregate(
                (one, other) => one.IntersectBy(other.Select(school => school.Id), school => school.Id)
            )
            .ToList();
        return ofAll is [var only]
            ? read with
            {
                School = new Said<Named>(only, said),
            }
            : read with
            {
                UnclearSchool = named[0].Name,
                FitsSeveralSchools = named.Count == 1 && named[0].Schools.Count > 1,
            };
    }
}
