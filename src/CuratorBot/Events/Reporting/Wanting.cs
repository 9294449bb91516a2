using CuratorBot.Conversations.Forms;
using CuratorBot.Fields;
using CuratorBot.Texts;

namespace CuratorBot.Events.Reporting;

/// <summary>When a field of a report is asked: that depends on what the kind of event wants.</summary>
internal static class Wanting
{
    /// <summary>Asked in its turn where the kind of event wants it; elsewhere only offered.</summary>
    public static Field Wanted(this Field field) => field.AskedIf(sheet => In(sheet, field.Key));

    /// <summary>The same, but whoever told of the event in a sentence is not asked for more than it lacks.</summary>
    public static Field WantedUnlessTold(this Field field) =>
        field.AskedIf(sheet => sheet.Opening is null && In(sheet, field.Key));

    /// <summary>Of other kinds of events it has no meaning.</summary>
    public static Field OnlyWhereWanted(this Field field) => field.OnlyIf(sheet => In(sheet, field.Key));

    /// <summary>Whether the chosen kind of event wants it; of none that is not chosen yet.</summary>
    public static bool In(AnswerSheet sheet, string key) => EventKind.In(sheet)?.Wants(key) == true;

    public static bool CountsOnly(AnswerSheet sheet) => EventKind.In(sheet)?.CountsOnly == true;

    public static RichText? WordsOfAPupil(Asking asking, string text) =>
        CountsOnly(asking.Sheet) && PupilData.IsIn(text) ? asking.Turn.Text("report.pupilData") : null;
}
