using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Planning;
using CuratorBot.People;

namespace CuratorBot.Events.Coverage;

/// <summary>The buttons of «Кому ехать следующим»: only schools that she may see at that moment.</summary>
public sealed class CoverageAction : IAction
{
    internal const string Next = "coverage.next";
    internal const string Unvisited = "coverage.unvisited";
    internal const string Risks = "coverage.risks";

    public IEnumerable<string> Names => [Next, Unvisited, Risks];
    public bool ReadsOnly => true;

    internal static string Of(string name, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{page}");

    /// <summary>Whoever has one school has nothing to choose.</summary>
    internal static bool IsFor(Asker who) => who.MaySee is { IsWide: true } or { Schools.Count: > 1 };

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!IsFor(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var schools = await CoverageFacts.Read(turn);
        if (schools.Count == 0)
            return Reply.OnlyToast(turn.Texts.Plain("coverage.none"));
        var page = Page.Wanted(argument);
        var message = name switch
        {
            Unvisited => CoverageCards.UnvisitedPage(turn, schools, page),
            Risks => CoverageCards.RisksPage(turn, schools, page),
            _ => CoverageCards.Next(turn, schools, await PlanList.CountUnreported(turn)),
        };
        return Reply.With(turn.EditPressed(message.Text, message.Choices));
    }
}
