using System.Globalization;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Audit;

/// <summary>The buttons of «/audit»: pages, and the one that was meant by a name.</summary>
public sealed class AuditActions : IAction
{
    internal const string Page = "audit.page";

    public IEnumerable<string> Names => [Page];
    public bool ReadsOnly => true;

    /// <param name="argument">The page from 0 and the filter.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 2);
        if (
            turn.Who.MayLead.IsEmpty
            || turn.Pressed is null
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || await AuditSearch.Visible(turn, AuditFilter.Parse(parts.ElementAtOrDefault(1) ?? ""))
                is not { } filter
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var list = await AuditList.Show(turn, filter, Math.Min(page, LastPage));
        return Reply.With(turn.EditPressed(list.Text, list.Choices));
    }

    /// <summary>So many entries nobody pages through; a forged page beyond costs no long search.</summary>
    private const int LastPage = 10_000;
}
