using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schools;

namespace CuratorBot.Status;

/// <summary>What is to become of a typed name.</summary>
/// <param name="Own">The action that shows what is her own, for when nothing was found.</param>
/// <param name="ActionOf">The button that stands for one of several.</param>
/// <param name="Show">The answer where the name can only be one.</param>
internal sealed record NameAsked(
    Sought Sought,
    string Own,
    Func<Named, string> ActionOf,
    Func<TurnContext, Named, Task<Reply>> Show
);

/// <summary>Turns a typed name into an answer, or into a question with buttons; it never guesses.</summary>
internal sealed class NameAnswers(NameIndexCache indexes)
{
    private const int MostButtons = 10;

    /// <summary>So much of a word tells it apart and is the same in every case form.</summary>
    private const int MostLetters = 4;
    private const int FewestLetters = 3;

    public async Task<Reply> Answer(TurnContext turn, string typed, NameAsked asked)
    {
        var index = await indexes.For(turn.Db, turn.Revision);
        return index.Find(typed, asked.Sought, turn.Who.MaySee.Includes) switch
        {
            NameAnswer.Found found => await asked.Show(turn, found.One),
            NameAnswer.Ambiguous many => Question(turn, many.Candidates, asked),
            NameAnswer.Unknown { Suggestions: { Count: > 0 } similar } when turn.Who.MaySee.IsWide =>
                Reply.With(turn.Say("status.names.similar") with { Choices = Choices(similar, asked) }),
            _ => Refusal.Of(turn, asked.Own),
        };
    }

    /// <summary>
    /// The same for words of which nobody said that they are a name: null unless they stand in the name, so
    /// that «готово» is not taken for a village.
    /// </summary>
    public async Task<Reply?> Known(TurnContext turn, string typed, NameAsked asked)
    {
        var index = await indexes.For(turn.Db, turn.Revision);
        IReadOnlyList<Named> found = index.Find(typed, asked.Sought, turn.Who.MaySee.Includes) switch
        {
            NameAnswer.Found one => [one.One],
            NameAnswer.Ambiguous many => many.Candidates,
            _ => [],
        };
        return found.Count > 0 && found.All(named => StandsIn(named.Name, typed))
            ? await Answer(turn, typed, asked)
            : null;
    }

    /// <summary>A number of it, or how one of its words begins.</summary>
    private static bool StandsIn(string name, string typed) =>
        typed
            .Split(' ', '№', '-')
            .Where(word => word.Length >= FewestLetters || word.Any(char.IsDigit))
            .Any(word =>
                name.Contains(
                    char.IsDigit(word[0]) ? word : word[..Math.Min(word.Length, MostLetters)],
                    StringComparison.OrdinalIgnoreCase
                )
            );

    private static Reply Question(TurnContext turn, IReadOnlyList<Named> candidates, NameAsked asked)
    {
        var text =
            candidates.Count > MostButtons
                ? turn.Text("status.names.tooMany", ("n", candidates.Count), ("shown", MostButtons))
                : turn.Text("status.names.which");
        return Reply.With(turn.Say(text) with { Choices = Choices(candidates, asked) });
    }

    private static List<IReadOnlyList<Choice>> Choices(IEnumerable<Named> candidates, NameAsked asked) =>
        [
            .. candidates
                .Take(MostButtons)
                .Select(IReadOnlyList<Choice> (named) => [new(named.Name, asked.ActionOf(named))]),
        ];
}
