using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CuratorBot.Registers.Tables;

/// <summary>What is to become of a row of a table.</summary>
internal enum RegisterVerdict
{
    New = 0,
    Changed = 1,
    Same = 2,

    /// <summary>Nothing of the table is taken while it has one.</summary>
    Bad = 3,
}

/// <param name="Number">Of the row in the file, as the program that shows it counts.</param>
/// <param name="Says">What changes, or what is to be corrected.</param>
/// <param name="Row">The row that is there, or the new one with its place; null for a bad one.</param>
internal sealed record PlannedRow(
    int Number,
    RegisterVerdict Verdict,
    string Says,
    RegisterRow? Row,
    IReadOnlyDictionary<string, string?> Values,
    DateOnly AsOf
);

/// <summary>What a table would do to a register. Nothing is changed by making it.</summary>
internal sealed record RegisterPlan(IReadOnlyList<PlannedRow> Rows)
{
    public int Count(RegisterVerdict verdict) => Rows.Count(row => row.Verdict == verdict);

    public bool IsClean => Count(RegisterVerdict.Bad) == 0;

    public bool ChangesAnything => Count(RegisterVerdict.New) + Count(RegisterVerdict.Changed) > 0;

    /// <summary>Of all that is promised, so that «Применить» does that and nothing else.</summary>
    public string Hash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        Rows.Select(row =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{row.Number}|{row.Verdict}|{row.Says}|{row.Row?.Version}|{row.AsOf:O}|{string.Join('|', row.Values.Select(pair => $"{pair.Key}={pair.Value}"))}"
                            )
                        )
                    )
                )
            )
        )[..16];
}
