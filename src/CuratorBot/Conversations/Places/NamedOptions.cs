using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Schools;

namespace CuratorBot.Conversations.Places;

/// <summary>What a typed name leads to, as a list to choose from.</summary>
internal static class NamedOptions
{
    public static SearchResult Of(NameAnswer answer, Func<Named, Option> optionFor) =>
        answer switch
        {
            NameAnswer.Found found => new SearchResult([optionFor(found.One)], IsCertain: true),
            NameAnswer.Ambiguous several => Several(several.Candidates, optionFor),
            NameAnswer.Unknown unknown => Several(unknown.Suggestions, optionFor),
            _ => new SearchResult([]),
        };

    private static SearchResult Several(IEnumerable<Named> places, Func<Named, Option> optionFor) =>
        new([.. places.Select(optionFor)]);
}
