using CuratorBot.Conversations.Turns;
using CuratorBot.Files;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>Reads a roster's file and puts the preview together; changes nothing.</summary>
public sealed class RosterDesk(NameIndexCache names, FileStore files)
{
    /// <summary>Null when the file is not in the store any more.</summary>
    internal async Task<RosterFile?> Read(string path, TextCatalogue texts)
    {
        await using var content = files.Open(path);
        return content is null ? null : RosterFile.From(content, texts);
    }

    internal static RichText RefusalOf(RosterFile file, TextCatalogue texts) =>
        file switch
        {
            RosterFile.Refused refused => texts.Get($"tables.refused.{refused.Why}"),
            RosterFile.Empty => texts.Get("roster.file.empty"),
            RosterFile.LacksColumns { Columns: [] } => texts.Get("roster.file.notARoster"),
            RosterFile.LacksColumns lacks => texts.Get(
                "roster.file.lacksColumns",
                (
                    "columns",
                    string.Join(
                        ", ",
                        lacks.Columns.Select(column => $"«{texts.Plain($"roster.columns.{column}")}»")
                    )
                ),
                ("count", lacks.Columns.Count)
            ),
            _ => throw new ArgumentException("The file was read.", nameof(file)),
        };

    internal async Task<RosterPlan> Plan(
        TurnContext turn,
        RosterScope scope,
        RosterFile.Read file,
        RosterNamesakes namesakes
    ) =>
        await RosterPlanner.Plan(
            turn.Db,
            await names.For(turn.Db, turn.Revision),
            scope,
            file.Rows,
            namesakes,
            turn.Texts
        );

    /// <summary>The preview of an upload whose answers are known.</summary>
    internal async Task<PreparedRoster> Preview(
        TurnContext turn,
        RosterScope scope,
        RosterFile.Read file,
        RosterUpload upload
    )
    {
        var plan = await Plan(turn, scope, file, upload.Namesakes);
        upload.PlanHash = plan.Hash();
        return new PreparedRoster.Previewed(
            upload,
            plan,
            RosterPreview.Of(upload.FileName, plan, file.Notes, turn.Texts),
            plan.Count(RosterVerdict.Bad) == 0
                ? null
                : await Store(RosterSheets.Corrections(plan, scope, turn.Texts))
        );
    }

    internal Task<StoredFile> Store(byte[] workbook) => files.Add(Keeping.Briefly, workbook);
}
