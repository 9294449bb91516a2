using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Fields;
using CuratorBot.Messaging;

namespace CuratorBot.Events.Listing;

/// <summary>The buttons of lists and cards of reports. What may be seen is asked at each press.</summary>
public sealed class EventsAction(EventTypes types, ReportFields fields, RowFiles files) : IAction
{
    private const string ListName = "events.list";
    private const string PageName = "events.page";
    private const string NarrowName = "events.narrow";
    private const string ByName = "events.by";
    private const string CardName = "events.card";
    private const string FilesName = "events.files";

    public IEnumerable<string> Names => [ListName, PageName, NarrowName, ByName, CardName, FilesName];
    public bool ReadsOnly => true;

    /// <summary>Sends a list of its own.</summary>
    internal static string List(EventsFilter filter) => $"{ListName}:0:{filter}";

    /// <summary>Shows a page of a list in the message that was pressed.</summary>
    internal static string Page(EventsFilter filter, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{PageName}:{page}:{filter}");

    /// <summary>Asks by what to narrow a list.</summary>
    internal static string Narrow(EventsFilter filter) => $"{NarrowName}:0:{filter}";

    internal static string By(string what, int page, EventsFilter filter) =>
        string.Create(CultureInfo.InvariantCulture, $"{ByName}:{page}:{what}:{filter}");

    internal static string Card(long reportId) =>
        string.Create(CultureInfo.InvariantCulture, $"{CardName}:{reportId}");

    internal static string Files(long reportId) =>
        string.Create(CultureInfo.InvariantCulture, $"{FilesName}:{reportId}");

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Known is not { IsMember: true })
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var parts = argument.Split(':', 2);
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var rest = parts.ElementAtOrDefault(1) ?? "";
        return name switch
        {
            CardName => await EventCard.Show(turn, types, fields, number),
            FilesName => await EventCard.ShowFiles(turn, files, number),
            ByName => Instead(turn, await By(turn, rest, Clamp(number))),
            NarrowName => Instead(turn, await EventsNarrowing.Menu(turn, EventsFilter.Parse(rest))),
            PageName => Instead(
                turn,
                await EventsList.Show(turn, types, EventsFilter.Parse(rest), Clamp(number))
            ),
            _ => Reply.With(await EventsList.Show(turn, types, EventsFilter.Parse(rest), Clamp(number))),
        };
    }

    private Task<OutgoingMessage> By(TurnContext turn, string rest, int page)
    {
        var parts = rest.Split(':', 2);
        var filter = EventsFilter.Parse(parts.ElementAtOrDefault(1) ?? "");
        return EventsNarrowing.Show(turn, types, parts[0], filter, page);
    }

    private static int Clamp(long number) => (int)Math.Min(number, MostPages);

    private const int MostPages = 100_000;

    private static Reply Instead(TurnContext turn, OutgoingMessage message) =>
        Reply.With(turn.EditPressed(message.Text, message.Choices));
}
