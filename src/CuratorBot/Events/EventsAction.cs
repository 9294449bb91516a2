using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.Messaging;

namespace CuratorBot.Events;

/// <summary>The buttons of lists and cards of reports. What may be seen is asked at each press.</summary>
public sealed class EventsAction(EventTypes types) : IAction
{
    private const string ListName = "events.list";
    private const string PageName = "events.page";
    private const string SchoolsName = "events.schools";
    private const string CardName = "events.card";
    private const string FilesName = "events.files";

    public IEnumerable<string> Names => [ListName, PageName, SchoolsName, CardName, FilesName];
    public bool ReadsOnly => true;

    /// <summary>Sends a list of its own.</summary>
    internal static string List(EventsFilter filter) => $"{ListName}:0:{filter}";

    /// <summary>Shows a page of a list in the message that was pressed.</summary>
    internal static string Page(EventsFilter filter, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{PageName}:{page}:{filter}");

    internal static string Schools(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{SchoolsName}:{page}");

    internal static string Card(long reportId) =>
        string.Create(CultureInfo.InvariantCulture, $"{CardName}:{reportId}");

    internal static string Files(long reportId) =>
        string.Create(CultureInfo.InvariantCulture, $"{FilesName}:{reportId}");

    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Known is not { IsMember: true })
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        var parts = argument.Split(':', 2);
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        var filter = EventsFilter.Parse(parts.ElementAtOrDefault(1) ?? "");
        return name switch
        {
            CardName => await EventCard.Show(turn, types, number),
            FilesName => await EventCard.ShowFiles(turn, number),
            SchoolsName => Instead(turn, await EventsBySchool.Show(turn, (int)number)),
            PageName => Instead(turn, await EventsList.Show(turn, types, filter, (int)number)),
            _ => Turn.Reply(await EventsList.Show(turn, types, filter, (int)number)),
        };
    }

    private static Turn Instead(TurnContext turn, OutgoingMessage message) =>
        Turn.Reply(turn.EditPressed(message.Text, message.Choices));
}
