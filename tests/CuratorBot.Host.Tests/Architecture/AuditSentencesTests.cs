using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Texts;

namespace CuratorBot.Host.Tests.Architecture;

/// <summary>Whatever is noted in the audit can be read there in words.</summary>
public sealed partial class AuditSentencesTests
{
    [Fact]
    public void Every_kind_of_entry_has_its_sentence()
    {
        var texts = TextCatalogue.Load(Repository.File("locales", "ru"));
        var kinds = Directory
            .EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(source => source.Contains("AuditTrail", StringComparison.Ordinal))
            .SelectMany(KindsIn)
            .ToList();

        Assert.True(kinds.Count > 10);
        Assert.All(kinds, kind => Assert.True(texts.Has($"audit.what.{kind}"), kind));
    }

    [Fact]
    public void A_kind_in_a_call_is_found_wherever_it_stands() =>
        Assert.Equal(
            ["role.granted", "role.revoked", "role.moved"],
            KindsIn(
                """
                await AuditTrail.Note(turn, on ? "role.granted" : "role.revoked", subject, after: "СОШ №3");
                Say("role.said");
                return Note(turn,
                    "role.moved");
                """
            )
        );

    private static IEnumerable<string> KindsIn(string source) =>
        source
            .Split(';')
            .Where(statement => statement.Contains("Note(", StringComparison.Ordinal))
            .SelectMany(statement =>
                Kind().Matches(statement[statement.IndexOf("Note(", StringComparison.Ordinal)..])
            )
            .Select(match => match.Groups["kind"].Value);

    [GeneratedRegex("\"(?<kind>[a-z][a-zA-Z]*\\.[a-zA-Z]+)\"")]
    private static partial Regex Kind();
}
