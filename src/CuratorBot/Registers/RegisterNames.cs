using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers;

/// <summary>The words of a register, and the names of the places that some of its rows speak of.</summary>
public sealed class RegisterNames : FieldNames
{
    private readonly Register _register;
    private readonly Dictionary<string, string> _schools;
    private readonly Dictionary<string, string> _municipalities;

    private RegisterNames(
        Register register,
        TextCatalogue texts,
        Dictionary<string, string> schools,
        Dictionary<string, string> municipalities
    )
        : base(texts, register.Name) =>
        (_register, _schools, _municipalities) = (register, schools, municipalities);

    internal static async Task<RegisterNames> Of(
        TurnContext turn,
        Register register,
        params IReadOnlyCollection<RegisterRow> rows
    )
    {
        List<string> schools =
        [
            .. rows.SelectMany(row =>
                    new[] { row.SchoolId, row.OtherSchoolId }
                        .OfType<string>()
                        .Concat(SchoolsIn(register, row))
                )
                .Distinct(),
        ];
        List<string> places = [.. rows.Select(row => row.MunicipalityId).OfType<string>().Distinct()];
        return new RegisterNames(
            register,
            turn.Texts,
            await turn
                .Db.Schools.Where(row => schools.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.ShortName),
            await turn
                .Db.Municipalities.Where(row => places.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Name)
        );
    }

    public string StateOf(string state) => Own($"states.{state}") ?? Texts.Plain($"registers.states.{state}");

    public override string School(string? id) => id is null ? "" : _schools.GetValueOrDefault(id, "");

    public string Municipality(string? id) => id is null ? "" : _municipalities.GetValueOrDefault(id, "");

    /// <summary>«СОШ №3», «СОШ №3 и гимназия №1», «г. Кузнецк», «Пензенская область».</summary>
    public string PlaceOf(RegisterRow row) =>
        row switch
        {
            { SchoolId: not null, OtherSchoolId: not null } => Texts.Plain(
                "registers.pair",
                ("one", School(row.SchoolId)),
                ("other", School(row.OtherSchoolId))
            ),
            { SchoolId: { } school } => School(school),
            { MunicipalityId: { } place } => Municipality(place),
            _ => row.Region ?? "",
        };

    /// <summary>What a row is called, without its place.</summary>
    public string TitleOf(RegisterRow row) =>
        string.Join(
            ", ",
            _register
                .Title.Select(key => _register.Find(key)!)
                .Select(field => (Field: field, Value: field.In(row)))
                .Where(one => one.Value is not (null or Field.Dash or Field.NotApplying))
                .Select(one => InTitle(one.Field, one.Field.Show(this, one.Value)))
        );

    /// <summary>A value that says too little by itself has words around it: «группа 3».</summary>
    private string InTitle(Field field, string value)
    {
        var key = $"{_register.Name}.{field.Key}.inTitle";
        return Texts.Has(key) ? Texts.Plain(key, ("value", value)) : value;
    }

    private static IEnumerable<string> SchoolsIn(Register register, RegisterRow row) =>
        register.Fields.SelectMany(field => field.SchoolsIn(field.In(row)));
}
