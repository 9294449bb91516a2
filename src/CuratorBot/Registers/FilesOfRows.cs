using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Fields;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers;

/// <summary>Puts the files of rows into the rows, and back into the one table of all registers.</summary>
internal static class FilesOfRows
{
    public static async Task Load(CuratorBotDb db, Register register, IReadOnlyCollection<RegisterRow> rows)
    {
        var fields = register.Fields.Where(field => field.HoldsFiles).Select(field => field.Key).ToList();
        if (fields.Count == 0 || rows.Count == 0)
            return;
        var ids = rows.Select(row => row.Id).ToList();
        var files = await db.Set<RegisterFile>()
            .AsNoTracking()
            .Where(file => file.Register == register.Name && ids.Contains(file.RowId))
            .OrderBy(file => file.Id)
            .ToListAsync();
        var byPlace = files.ToLookup(file => (file.RowId, file.Field));
        foreach (var row in rows)
        foreach (var field in fields)
            row.Files[field] = [.. byPlace[(row.Id, field)].Select(InSheet)];
    }

    /// <summary>All of a row, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<RegisterFile>> Of(
        CuratorBotDb db,
        Register register,
        RegisterRow row
    ) =>
        await db.Set<RegisterFile>()
            .AsNoTracking()
            .Where(file => file.Register == register.Name && file.RowId == row.Id)
            .OrderBy(file => file.Id)
            .ToListAsync();

    /// <summary>Those that the row has now.</summary>
    /// <returns>Where those lie that it has no more.</returns>
    public static async Task<IReadOnlyList<string>> Keep(
        TurnContext turn,
        Register register,
        RegisterRow row,
        string field
    )
    {
        var wanted = row.Files.GetValueOrDefault(field, []);
        var kept = await turn
            .Db.Set<RegisterFile>()
            .Where(file => file.Register == register.Name && file.RowId == row.Id && file.Field == field)
            .ToListAsync();
        var gone = kept.Where(file => wanted.All(one => one.Id != file.FileId)).ToList();
        turn.Db.RemoveRange(gone);
        turn.Db.AddRange(
            wanted
                .Where(file => kept.TrueForAll(one => one.FileId != file.Id))
                .Select(file => new RegisterFile
                {
                    Id = turn.Ids.Next(),
                    Register = register.Name,
                    RowId = row.Id,
                    Field = field,
                    AddedBy = turn.Known?.PersonId,
                    Channel = turn.Message.Channel,
                    FileId = file.Id,
                    Kind = file.Kind,
                    Name = file.Name,
                    Size = file.Size,
                    StoredAs = file.StoredAs,
                    Sha256 = file.Sha256,
                })
        );
        return [.. gone.Select(file => file.StoredAs).OfType<string>()];
    }

    /// <summary>Its own id tells it from others: that of the messenger is not kept.</summary>
    private static SheetFile InSheet(RegisterFile file) =>
        new(file.FileId, file.FileId, file.Kind, file.Name, file.Size, file.StoredAs, file.Sha256);
}
