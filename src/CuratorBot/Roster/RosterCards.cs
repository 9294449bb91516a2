using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>The preview as messages: the text with what she can do about it, and the file to correct.</summary>
internal static class RosterCards
{
    public static Reply Of(TurnContext turn, PreparedRoster.Previewed previewed) =>
        Of(turn, previewed.Upload.Id, previewed.Plan, previewed.Text, previewed.Corrections);

    public static Reply Of(
        TurnContext turn,
        long uploadId,
        RosterPlan plan,
        RichText text,
        StoredFile? corrections
    )
    {
        var reply = Reply.With(turn.Say(text) with { Choices = Choices(turn, uploadId, plan) });
        return corrections is null
            ? reply
            : reply.Then(
                turn.SendFile(
                    corrections,
                    turn.Texts.Plain("roster.files.corrections"),
                    turn.Text("roster.preview.file")
                )
            );
    }

    private static List<IReadOnlyList<Choice>> Choices(TurnContext turn, long id, RosterPlan plan)
    {
        var choices = new List<IReadOnlyList<Choice>>();
        void Add(string key, string action, int count = 0) =>
            choices.Add([new Choice(turn.Texts.Plain($"roster.buttons.{key}", ("count", count)), action)]);

        if (plan.Count(RosterVerdict.Namesake) > 0)
        {
            Add("otherPeople", RosterActions.AnswerAbout(id, RosterNamesakes.OtherPeople));
            Add("newNumbers", RosterActions.AnswerAbout(id, RosterNamesakes.NewNumbers));
        }
        if (plan.ChangesAnything)
        {
            var good = plan.Lines.Count(line => line.Verdict is RosterVerdict.New or RosterVerdict.Changed);
            if (plan.IsClean)
                Add("apply", RosterActions.ApplyIn(id, RosterMode.All));
            else
                Add("applyGood", RosterActions.ApplyIn(id, RosterMode.OnlyGood), good);
        }
        if (plan is { IsClean: true, Missing.Count: > 0 and var missing })
            Add(
                plan.ChangesAnything ? "applyAndRemove" : "remove",
                RosterActions.ApplyIn(id, RosterMode.AllAndRemove),
                missing
            );
        if (choices.Count > 0)
            Add("drop", RosterActions.DropOf(id));
        return choices;
    }
}
