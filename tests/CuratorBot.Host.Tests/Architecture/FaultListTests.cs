using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Architecture;

/// <summary>The list of faults names a test for each of them, or says why there is none; and the tests exist.</summary>
public sealed partial class FaultListTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Repository.File("tests", "FAULTS.md"))
            .Where(line => Numbered().IsMatch(line))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_fault_has_its_row() =>
        Assert.Equal(
            Enumerable.Range(1, 52).Select(n => $"F{n}").Concat(Enumerable.Range(1, 40).Select(n => $"S{n}")),
            Rows.Select(row => row[1])
        );

    [Fact]
    public void Every_row_names_tests_that_exist_or_says_why_it_has_none()
    {
        var sources = Directory
            .EnumerateFiles(Repository.File("tests"), "*.cs", SearchOption.AllDirectories)
            .Select(path =>
                (Name: Path.GetFileNameWithoutExtension(path).Split('.')[0], Text: File.ReadAllText(path))
            )
            .ToLookup(file => file.Name, file => file.Text);
        foreach (var row in Rows)
        {
            var named = NamedTest().Matches(row[3]);
            Assert.True(named.Count > 0 || row[4].Length > 20, $"{row[1]} has neither a test nor a reason.");
            Assert.All(
                named,
                test =>
                    Assert.True(
                        sources[test.Groups["class"].Value]
                            .Any(text =>
                                text.Contains($" {test.Groups["test"].Value}(", StringComparison.Ordinal)
                            ),
                        $"{row[1]}: there is no test {test.Value}."
                    )
            );
        }
    }

    [GeneratedRegex(@"^\| [FS]\d+ \|")]
    private static partial Regex Numbered();

    [GeneratedRegex("`(?<class>[A-Za-z]+)\\.(?<test>[A-Za-z0-9_]+)`")]
    private static partial Regex NamedTest();
}
