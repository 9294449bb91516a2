using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Importing;

/// <summary>What a table would do, in words, with what she can do about it. Nothing is changed by saying it.</summary>
internal static class ImportPreview
{
    /// <summary>In characters: what somebody pasted into a cell does not crowd out the other rows.</summary>
    private const int LongestName = 120;

    private const int LongestSays = 400;

    public static RichText Text(
        TableImport import,
        string fileName,
        Planning.Planned planned,
        TextCatalogue texts,
        int mostNamed
    )
    {
        var plan = planned.Plan;
        var text = new RichTextBuilder().Add(import.Head(texts, fileName, plan));
        foreach (var verdict in Enum.GetValues<RowVerdict>())
            if (plan.Count(verdict) is > 0 and var count)
                text.Line(texts.Get(import.Key(texts, $"preview.counts.{verdict}"), ("count", count)));
        foreach (var verdict in plan.Named)
            AddRows(text, import, plan, verdict, texts, mostNamed);
        foreach (var beside in plan.Besides(texts))
            text.EmptyLine().Line(beside);
        foreach (var note in planned.Notes)
            text.EmptyLine()
                .Line(texts.Get($"tables.notes.{note.Kind}", ("where", string.Join(", ", note.Where))));
        return text.EmptyLine().Line(texts.Get(import.Key(texts, $"preview.{plan.Ending}"))).Build();
    }

    public static List<IReadOnlyList<Choice>> Choices(
        TurnContext turn,
        TableImport import,
        long uploadId,
        ImportPlan plan
    )
    {
        List<ImportStep> steps = [.. import.Steps(plan)];
        if (steps.Count > 0)
            steps.Add(new ImportStep("drop", ImportActions.Drop, "", 0));
        return
        [
            .. steps.Select(
                IReadOnlyList<Choice> (step) =>
                    [
                        new Choice(
                            turn.Texts.Plain(
                                import.Key(turn.Texts, $"buttons.{step.Key}"),
                                ("count", step.Count)
                            ),
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{step.Action}:{uploadId}:{step.Value}"
                            )
                        ),
                    ]
            ),
        ];
    }

    private static void AddRows(
        RichTextBuilder text,
        TableImport import,
        ImportPlan plan,
        RowVerdict verdict,
        TextCatalogue texts,
        int mostNamed
    )
    {
        var rows = plan.RowsOf(verdict).ToList();
        if (rows.Count == 0)
            return;
        text.EmptyLine().Line(texts.Get(import.Key(texts, $"preview.rows.{verdict}")));
        foreach (var row in rows.Take(mostNamed))
            text.Line(
                texts.Get(
                    import.Key(texts, "preview.row"),
                    ("row", row.Number),
                    (
                        "name",
                        row.Name.Length > 0
                            ? Shortened(row.Name, LongestName)
                            : texts.Plain(import.Key(texts, "preview.nameless"))
                    ),
                    ("says", Shortened(row.Says, LongestSays))
                )
            );
        if (rows.Count > mostNamed)
            text.Line(
                texts.Get(
                    import.Key(texts, verdict == RowVerdict.Bad ? "preview.moreBad" : "preview.more"),
                    ("count", rows.Count - mostNamed)
                )
            );
    }

    private static RichText Shortened(RichText text, int longest) =>
        text.Length <= longest
            ? text
            : text.Slice(0, char.IsHighSurrogate(text.Text[longest - 2]) ? longest - 2 : longest - 1) + "…";
}
