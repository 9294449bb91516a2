using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tables;

namespace CuratorBot.Registers.Tables;

/// <summary>Whose a row of a table is: reads its columns for school, municipality and region.</summary>
internal sealed class RowPlace(
    TurnContext turn,
    Register register,
    NameIndex index,
    TableColumns<string> columns
)
{
    private readonly Scope _scope = register.MayWrite(turn.Who);

    /// <summary>Whose row it is, as the file says it.</summary>
    public string NameOf(TableRow row) =>
        new[] { RegisterColumns.School, RegisterColumns.Municipality, RegisterColumns.Region }
            .Select(column => columns.LineIn(row, column))
            .FirstOrDefault(name => name.Length > 0)
        ?? "";

    /// <returns>What is wrong with the place; null when it is in the row now.</returns>
    public async Task<string?> Put(TableRow row, RegisterRow fresh)
    {
        string In(string column) => columns.LineIn(row, column);
        var (region, place, school, other) = (
            In(RegisterColumns.Region),
            In(RegisterColumns.Municipality),
            In(RegisterColumns.School),
            In(RegisterColumns.Other)
        );
        string? municipality = null;
        if (place.Length > 0)
        {
            var (found, problem) = Named(place, Sought.Municipality, _ => true);
            if (found is null)
                return problem;
            municipality = found.Id;
            if (region.Length > 0 && !region.Equals(found.Region, StringComparison.OrdinalIgnoreCase))
                return turn.Texts.Plain(
                    "registers.problems.otherRegion",
                    ("place", found.Name),
                    ("region", found.Region)
                );
        }
        if (school.Length > 0 && register.Over.HasFlag(Over.School))
        {
            var (found, problem) = Named(
                school,
                Sought.School,
                one => _scope.Includes(one) && (municipality is null || one.MunicipalityId == municipality)
            );
            if (found is null)
                return problem;
            await RegisterPlace.Put(turn, _scope, fresh, RegisterPlace.Of(found));
            if (!register.Over.HasFlag(Over.PairOfSchools))
                return null;
            if (other.Length == 0)
                return turn.Texts.Plain("registers.problems.noOther");
            var (partner, unknown) = Named(other, Sought.School, _ => true);
            fresh.OtherSchoolId = partner?.Id;
            return partner is null ? unknown
                : partner.Id == fresh.SchoolId ? turn.Texts.Plain("registers.sameSchool")
                : null;
        }
        if (municipality is not null && register.Over.HasFlag(Over.Municipality))
            return await RegisterPlace.Put(turn, _scope, fresh, $"municipality:{municipality}")
                ? null
                : turn.Texts.Plain("registers.problems.notYours", ("place", place));
        if (region.Length > 0 && register.Over.HasFlag(Over.Region))
            return await RegisterPlace.Put(turn, _scope, fresh, RegisterPlace.OfRegion(region))
                ? null
                : turn.Texts.Plain("registers.problems.notYours", ("place", region));
        return turn.Texts.Plain("registers.problems.noPlace");
    }

    /// <returns>What is wrong where the columns speak of another place than the row is of.</returns>
    public async Task<string?> Differs(TableRow row, RegisterRow known, RegisterNames names)
    {
        bool Says(string column, string name) =>
            columns.LineIn(row, column) is var cell
            && (cell.Length == 0 || cell.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (
            Says(RegisterColumns.Region, known.Region ?? "")
            && Says(RegisterColumns.Municipality, names.Municipality(known.MunicipalityId))
            && Says(RegisterColumns.School, names.School(known.SchoolId))
            && Says(RegisterColumns.Other, names.School(known.OtherSchoolId))
        )
            return null;
        var told = register.New(0);
        return await Put(row, told)
            ?? (
                (told.SchoolId, told.OtherSchoolId, told.MunicipalityId, told.Region)
                == (known.SchoolId, known.OtherSchoolId, known.MunicipalityId, known.Region)
                    ? null
                    : turn.Texts.Plain("registers.problems.moved", ("place", names.PlaceOf(known)))
            );
    }

    private (Named? Found, string? Problem) Named(string typed, Sought sought, Func<Named, bool> visible) =>
        index.FindExactly(typed, sought, visible) switch
        {
            NameAnswer.Found found => (found.One, null),
            NameAnswer.Ambiguous several => (
                null,
                turn.Texts.Plain(
                    "registers.problems.several",
                    ("place", CellText.Short(typed)),
                    ("names", string.Join(", ", several.Candidates.Take(4).Select(one => one.Name)))
                )
            ),
            _ => (null, turn.Texts.Plain("registers.problems.unknown", ("place", CellText.Short(typed)))),
        };
}
