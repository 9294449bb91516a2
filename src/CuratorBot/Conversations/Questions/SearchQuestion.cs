using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Questions;

/// <summary>A choice out of many: pages of options, and typing narrows them.</summary>
public abstract class SearchQuestion(string key) : Question(key)
{
    protected virtual int PageSize => 8;

    /// <summary>What may be chosen now, the likeliest first; all of it when <paramref name="search"/> is null.</summary>
    protected abstract ValueTask<SearchResult> Find(Asking asking, string? search);

    /// <summary>The answer for a chosen value; null when it is not hers to choose.</summary>
    protected abstract ValueTask<Answer?> Choose(Asking asking, string value);

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var (turn, sheet) = (asking.Turn, asking.Sheet);
        var options = (await Find(asking, sheet.Search)).Options;
        var page = Page.Nearest(sheet.Page, PageSize, options.Count);
        var rows = page.Of(options).Select(IReadOnlyList<Option> (option) => [option]).ToList();
        var turns = page.Neighbours()
            .Select(one =>
                FormCards.PageOption(
                    turn.Texts.Plain(one < page.Number ? "forms.earlierPage" : "forms.nextPage"),
                    one
                )
            )
            .ToList();
        if (turns.Count > 0)
            rows.Add(turns);
        var text = sheet.Search is null
            ? asking.Text("ask")
            : turn.Text("forms.found", ("search", sheet.Search));
        return new Prompt(text, rows);
    }

    public override async ValueTask<Reading> Read(Asking asking)
    {
        var (turn, sheet) = (asking.Turn, asking.Sheet);
        var typed = TypedText.OneLine(asking.Message.Text);
        if (asking.Message.Kind != IncomingKind.Text || typed.Length == 0)
            return new Reading.Refused(turn.Text("forms.wantsText"));
        if (typed.Length > LongestSearch)
            return new Reading.Refused(
                turn.Text("forms.tooLong", ("length", typed.Length), ("longest", LongestSearch))
            );
        var found = await Find(asking, typed);
        if (found is { IsCertain: true, Options: [var only] })
            return await Pick(asking, only.Value);
        if (found.Options.Count == 0)
            return new Reading.Refused(asking.Text("notFound", ("search", typed)));
        sheet.Search = typed;
        sheet.Page = 0;
        return new Reading.Narrowed();
    }

    public override async ValueTask<Reading> Pick(Asking asking, string value) =>
        await Choose(asking, value) is { } answer
            ? new Reading.Taken(answer)
            : new Reading.Refused(asking.Turn.Text("forms.stale"));

    private const int LongestSearch = 200;
}

/// <param name="IsCertain">The single option is what was meant; otherwise even a single one is asked about.</param>
public sealed record SearchResult(IReadOnlyList<Option> Options, bool IsCertain = false);
