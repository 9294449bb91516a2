using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Events.Listing;
using CuratorBot.Events.Planning;

namespace CuratorBot.Events;

/// <summary>The kind of event: the usual ones at once, the others under headings, all of them by typing.</summary>
internal sealed class EventTypeQuestion(string key, EventTypes types) : SearchQuestion(key)
{
    /// <summary>An open heading lies where a typed search does; no typed line has a line break.</summary>
    private const char HeadingMark = '\n';
    private const string HeadingPrefix = "heading=";
    private const string TopValue = "heading=";

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        if (asking.Sheet.Search is not { } search)
            return await FirstScreen(asking);
        var list = await base.Ask(asking);
        IReadOnlyList<Option> back = [new(asking.Text("allHeadings").Text, TopValue)];
        return list with
        {
            Text = HeadingIn(search) is { } heading
                ? asking.Text("under", ("heading", asking.Text($"headings.{heading}")))
                : list.Text,
            Options = [.. list.Options, back],
        };
    }

    public override async ValueTask<Reading> Pick(Asking asking, string value)
    {
        if (!value.StartsWith(HeadingPrefix, StringComparison.Ordinal))
            return await base.Pick(asking, value);
        asking.Sheet.Search = value == TopValue ? null : HeadingMark + value[HeadingPrefix.Length..];
        asking.Sheet.Page = 0;
        return new Reading.Narrowed();
    }

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var all = await types.OfEvents(asking.Turn.Db, asking.Turn.Revision);
        if (HeadingIn(search) is { } heading)
            return new SearchResult([.. EventHeadings.Under(heading, all).Select(OptionFor)]);
        var found = EventTypeSearch.In(all, search ?? "");
        return new SearchResult([.. found.Types.Select(OptionFor)], found.IsCertain);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value)
    {
        var all = await types.OfEvents(asking.Turn.Db, asking.Turn.Revision);
        return all.FirstOrDefault(type => type.Id == value) is { } type ? EventKind.AnswerOf(type) : null;
    }

    private async ValueTask<Prompt> FirstScreen(Asking asking)
    {
        var all = await types.OfEvents(asking.Turn.Db, asking.Turn.Revision);
        var usual = EventHeadings
            .Usual.Select(id => all.FirstOrDefault(type => type.Id == id))
            .OfType<EventType>()
            .Select(OptionFor)
            .Chunk(2);
        var headings = EventHeadings.All.Select(one =>
            new[]
            {
                new Option(
                    asking.Text("open", ("heading", asking.Text($"headings.{one.Heading}"))).Text,
                    HeadingPrefix + one.Heading
                ),
            }
        );
        return new Prompt(asking.Text("ask"), [.. usual, .. headings, .. Nothing(asking)]);
    }

    /// <summary>Where the form can say that there was nothing, it leads out of it.</summary>
    private static IEnumerable<IReadOnlyList<Option>> Nothing(Asking asking)
    {
        if (asking.HasText("nothing"))
            yield return [new(asking.Text("nothing").Text, "") { Action = $"{PlanActions.Nothing}:" }];
    }

    private static string? HeadingIn(string? search) => search is [HeadingMark, ..] ? search[1..] : null;

    private static Option OptionFor(EventType type) => new(type.Name, type.Id);
}
