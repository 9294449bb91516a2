using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>What a file would do, in words. Nothing is changed by saying it.</summary>
internal static class RosterPreview
{
    /// <summary>Rows of one kind in a message; all of them are in the file beside it.</summary>
    public const int MostShown = 5;

    public static RichText Of(
        string fileName,
        RosterPlan plan,
        IReadOnlyList<TableNote> notes,
        TextCatalogue texts,
        int mostShown = MostShown
    )
    {
        var text = new RichTextBuilder().Add(
            texts.Get("roster.preview.head", ("file", fileName), ("count", plan.Lines.Count))
        );
        foreach (var verdict in Enum.GetValues<RosterVerdict>())
            if (plan.Count(verdict) is > 0 and var count)
                text.Line(texts.Get($"roster.preview.counts.{verdict}", ("count", count)));
        foreach (var verdict in new[] { RosterVerdict.Changed, RosterVerdict.Bad, RosterVerdict.Namesake })
            AddRows(text, plan, verdict, texts, mostShown);
        if (plan.Missing.Count > 0)
            text.EmptyLine().Line(MissingOf(plan, texts));
        foreach (var note in notes)
            text.EmptyLine()
                .Line(texts.Get($"tables.notes.{note.Kind}", ("where", string.Join(", ", note.Where))));
        return text.EmptyLine().Line(texts.Get($"roster.preview.{Ending(plan)}")).Build();
    }

    private static string Ending(RosterPlan plan) =>
        plan.Count(RosterVerdict.Bad) > 0 ? "correct"
        : !plan.IsClean ? "answer"
        : plan.ChangesAnything ? "nothingYet"
        : plan.Missing.Count > 0 ? "onlyMissing"
        : "nothingChanges";

    private static void AddRows(
        RichTextBuilder text,
        RosterPlan plan,
        RosterVerdict verdict,
        TextCatalogue texts,
        int mostShown
    )
    {
        // Somebody with two roles has two rows and one change.
        var rows = plan
            .Lines.Where(line => line.Verdict == verdict)
            .DistinctBy(line =>
                verdict == RosterVerdict.Changed ? (0, line.Row.Phone, line.Says) : (line.Row.Number, "", "")
            )
            .ToList();
        if (rows.Count == 0)
            return;
        text.EmptyLine().Line(texts.Get($"roster.preview.rows.{verdict}"));
        foreach (var line in rows.Take(mostShown))
            text.Line(
                texts.Get(
                    "roster.preview.row",
                    ("row", line.Row.Number),
                    (
                        "name",
                        line.Row.Name.Length > 0 ? line.Row.Name : texts.Plain("roster.preview.nameless")
                    ),
                    ("says", line.Says)
                )
            );
        if (rows.Count > mostShown)
            text.Line(
                texts.Get(
                    verdict == RosterVerdict.Bad ? "roster.preview.moreBad" : "roster.preview.more",
                    ("count", rows.Count - mostShown)
                )
            );
    }

    private static RichText MissingOf(RosterPlan plan, TextCatalogue texts)
    {
        var names = plan.Missing.Take(MostShown).Select(record => record.Entry.Name);
        var rest = plan.Missing.Count - MostShown;
        return texts.Get(
            rest > 0 ? "roster.preview.missingMore" : "roster.preview.missing",
            ("count", plan.Missing.Count),
            ("names", string.Join(", ", names)),
            ("rest", rest)
        );
    }
}
