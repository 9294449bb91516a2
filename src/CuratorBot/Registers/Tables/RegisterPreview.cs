using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Registers.Tables;

/// <summary>What a table would change, with what she can do about it.</summary>
internal static class RegisterPreview
{
    private const int MostShown = 15;

    public static OutgoingMessage Of(
        TurnContext turn,
        Register register,
        string fileName,
        string path,
        RegisterPlan plan
    )
    {
        var text = new RichTextBuilder().Add(
            turn.Text(
                "registers.preview.head",
                ("file", fileName),
                ("many", turn.Texts.Plain($"{register.Name}.many"))
            )
        );
        foreach (var verdict in Enum.GetValues<RegisterVerdict>())
            if (plan.Count(verdict) is > 0 and var count)
                text.Line(turn.Text($"registers.preview.counts.{verdict}", ("count", count)));
        AddRows(turn, text, plan, RegisterVerdict.Bad);
        if (plan.IsClean)
            AddRows(turn, text, plan, RegisterVerdict.Changed);
        text.EmptyLine()
            .Line(
                turn.Text(
                    !plan.IsClean ? "registers.preview.correct"
                    : plan.ChangesAnything ? "registers.preview.nothingYet"
                    : "registers.preview.nothingChanges"
                )
            );
        return turn.Say(text.Build()) with
        {
            Choices = plan is { IsClean: true, ChangesAnything: true }
                ?
                [
                    [
                        turn.Button(
                            "registers.preview.apply",
                            RegisterTableActions.ApplyIn(register, path, plan)
                        ),
                    ],
                    [turn.Button("registers.preview.drop", RegisterTableActions.Drop)],
                ]
                : [],
        };
    }

    private static void AddRows(
        TurnContext turn,
        RichTextBuilder text,
        RegisterPlan plan,
        RegisterVerdict verdict
    )
    {
        var rows = plan.Rows.Where(row => row.Verdict == verdict).ToList();
        if (rows.Count > 0)
            text.EmptyLine();
        foreach (var row in rows.Take(MostShown))
            text.Line(turn.Text("registers.preview.row", ("row", row.Number), ("says", row.Says)));
        if (rows.Count > MostShown)
            text.Line(turn.Text("registers.preview.more", ("count", rows.Count - MostShown)));
    }
}
