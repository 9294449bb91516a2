using System.Linq.Expressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Data;
using CuratorBot.Schools;

namespace CuratorBot.Fields;

/// <summary>Any school, kept by its id.</summary>
internal sealed class SchoolField<T>(string key, Expression<Func<T, string?>> property, NameIndexCache names)
    : WordField<T>(key, property)
    where T : Entity
{
    public override double Width => 36;

    /// <summary>The school whose neighbours are offered. Null: those of her own municipality.</summary>
    public Func<AnswerSheet, string?>? NextTo { get; init; }

    protected override Question Asked() =>
        new SchoolQuestion(Key, names) { NextTo = NextTo, SharedWords = "forms.school" };

    internal override IEnumerable<string> SchoolsIn(string? value) =>
        value is null or Dash or NotApplying ? [] : [value];

    protected override string Shown(FieldNames names, string value) => names.School(value);

    protected override string CellOf(FieldNames names, string value) => names.SchoolInFull(value);
}

/// <summary>Any municipality, kept by its id.</summary>
internal sealed class MunicipalityField<T>(
    string key,
    Expression<Func<T, string?>> property,
    NameIndexCache names
) : WordField<T>(key, property)
    where T : Entity
{
    public override double Width => 28;

    protected override Question Asked() =>
        new MunicipalityQuestion(Key, names) { SharedWords = "forms.municipality" };

    internal override IEnumerable<string> MunicipalitiesIn(string? value) =>
        value is null or Dash or NotApplying ? [] : [value];

    protected override string Shown(FieldNames names, string value) => names.Municipality(value);

    protected override string CellOf(FieldNames names, string value) => names.MunicipalityInFull(value);
}
