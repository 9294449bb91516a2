using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Texts;

namespace CuratorBot.Registers;

/// <summary>The words of a register, and the names of the places that some of its rows speak of.</summary>
public sealed class RegisterNames : FieldNames
{
    private readonly Register _register;
    private readonly PlaceNames _places = new();

    private RegisterNames(Register register, TextCatalogue texts)
        : base(texts, register.Name) => _register = register;

    internal static async Task<RegisterNames> Of(
        TurnContext turn,
        Register register,
        params IReadOnlyCollection<RegisterRow> rows
    )
    {
        var names = new RegisterNames(register, turn.Texts);
        await names.Learn(turn, register, rows);
        return names;
    }

    /// <summary>The names in further rows.</summary>
    internal Task Learn(TurnContext turn, Register register, params IReadOnlyCollection<RegisterRow> rows)
    {
        List<(Field Field, string? Value)> values =
        [
            .. rows.SelectMany(row => register.Fields.Select(field => (field, field.In(row)))),
        ];
        return _places.Learn(
            turn.Db,
            rows.SelectMany(row => new[] { row.SchoolId, row.OtherSchoolId })
                .OfType<string>()
                .Concat(values.SelectMany(one => one.Field.SchoolsIn(one.Value))),
            rows.Select(row => row.MunicipalityId)
                .OfType<string>()
                .Concat(values.SelectMany(one => one.Field.MunicipalitiesIn(one.Value)))
        );
    }

    /// <summary>The names in values that the rows had before, or are to have.</summary>
    internal Task Learn(TurnContext turn, IReadOnlyCollection<(Field Field, string? Value)> values) =>
        _places.Learn(
            turn.Db,
            values.SelectMany(one => one.Field.SchoolsIn(one.Value)),
            values.SelectMany(one => one.Field.MunicipalitiesIn(one.Value))
        );

    public string StateOf(string state) => Own($"states.{state}") ?? Texts.Plain($"registers.states.{state}");

    public override string School(string? id) => _places.School(id);

    public override string Municipality(string? id) => _places.Municipality(id);

    public override string SchoolInFull(string id) => _places.SchoolInFull(id);

    public override string MunicipalityInFull(string id) => _places.MunicipalityInFull(id);

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
}
