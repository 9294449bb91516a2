using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>The roster as a workbook: the template, the export and the list of what is to be corrected.</summary>
internal static class RosterSheets
{
    private static readonly Dictionary<RosterColumn, double> Widths = new()
    {
        [RosterColumn.Name] = 34,
        [RosterColumn.Phone] = 18,
        [RosterColumn.Role] = 28,
        [RosterColumn.Municipality] = 26,
        [RosterColumn.Schools] = 44,
        [RosterColumn.Email] = 28,
    };

    public static byte[] Template(RosterScope scope, TextCatalogue texts) => WithRows([], scope, texts);

    /// <summary>A row for each person, role and municipality.</summary>
    public static byte[] Export(
        IEnumerable<RosterRecord> records,
        RosterPlaces places,
        RosterScope scope,
        TextCatalogue texts
    ) =>
        WithRows(
            [
                .. records
                    .OrderBy(record => record.Entry.Name, RussianOrder.Names)
                    .ThenBy(record => record.Entry.Phone, StringComparer.Ordinal)
                    .SelectMany(record => RowsOf(record, places, scope, texts)),
            ],
            scope,
            texts
        );

    /// <summary>The file as she sent it, with a column that says what is to be corrected in which row.</summary>
    public static byte[] Corrections(RosterPlan plan, TextCatalogue texts) =>
        SheetWriter.Write(
            new Sheet(
                texts.Plain("roster.sheets.roster"),
                [
                    .. Columns(plan.Scope, texts),
                    new SheetColumn(texts.Plain("roster.columns.correct"), 60),
                    new SheetColumn(texts.Plain("roster.columns.row"), 12),
                ],
                [
                    .. plan.Lines.Select(line =>
                        new[]
                        {
                            line.Row.Name,
                            line.Row.Phone,
                            line.Row.Role,
                            line.Row.Municipality,
                            line.Row.Schools,
                            line.Row.Email,
                            line.Verdict is RowVerdict.Bad or RowVerdict.Unclear ? line.Says.Text : "",
                            $"{line.Row.Number}",
                        }
                    ),
                ]
            )
        );

    private static byte[] WithRows(
        IReadOnlyList<IReadOnlyList<string>> rows,
        RosterScope scope,
        TextCatalogue texts
    ) =>
        SheetWriter.Write(
            new Sheet(texts.Plain("roster.sheets.roster"), Columns(scope, texts), rows),
            Explanations(scope, texts)
        );

    private static Sheet Explanations(RosterScope scope, TextCatalogue texts) =>
        new(
            texts.Plain("tables.explanations"),
            [
                new SheetColumn(texts.Plain("roster.explanations.column"), 20),
                new SheetColumn(texts.Plain("roster.explanations.what"), 70),
                new SheetColumn(texts.Plain("roster.explanations.example"), 34),
            ],
            [
                .. Enum.GetValues<RosterColumn>()
                    .Select(column =>
                        new[]
                        {
                            texts.Plain($"roster.columns.{column}"),
                            texts.Plain(
                                $"roster.explanations.{column}.what",
                                ("roles", string.Join(", ", RoleNames(scope, texts)))
                            ),
                            texts.Plain($"roster.explanations.{column}.example"),
                        }
                    ),
            ]
        );

    private static IReadOnlyList<SheetColumn> Columns(RosterScope scope, TextCatalogue texts) =>
        [
            .. Widths.Select(pair => new SheetColumn(
                texts.Plain($"roster.columns.{pair.Key}"),
                pair.Value,
                pair.Key == RosterColumn.Role ? RoleNames(scope, texts) : null
            )),
        ];

    private static List<string> RoleNames(RosterScope scope, TextCatalogue texts) =>
        [.. Enum.GetValues<Role>().Where(scope.MayGive).Select(role => texts.Plain($"people.roles.{role}"))];

    private static IEnumerable<string[]> RowsOf(
        RosterRecord record,
        RosterPlaces places,
        RosterScope scope,
        TextCatalogue texts
    ) =>
        record
            .Roles.Where(scope.Covers)
            .GroupBy(role => (role.Role, role.MunicipalityId))
            .OrderBy(group => group.Key)
            .Select(group =>
                new[]
                {
                    record.Entry.Name,
                    record.Entry.Phone,
                    texts.Plain($"people.roles.{group.Key.Role}"),
                    group.Key.MunicipalityId is { } id ? places.MunicipalityName(id) : "",
                    string.Join(
                        "; ",
                        group
                            .Select(role => role.SchoolId)
                            .OfType<string>()
                            .Select(places.SchoolName)
                            .Order(RussianOrder.Names)
                    ),
                    record.Entry.Email ?? "",
                }
            );
}
