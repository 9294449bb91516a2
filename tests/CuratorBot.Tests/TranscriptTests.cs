using CuratorBot.Conversations.Limits;
using CuratorBot.Tests.Conversations;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests;

/// <summary>
/// Every file under Transcripts is a dialogue that must go exactly so, and leave no word that people wrote in
/// the log. <c>UPDATE_TRANSCRIPTS=1</c> writes
/// them anew; read the difference before you commit it.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories).Order())
            files.Add(Path.GetRelativePath(Folder, file));
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_dialogue_goes_as_it_is_written(string name)
    {
        var file = Path.Combine(Folder, name);
        var expected = Transcript.Tidy(await File.ReadAllTextAsync(file));
        var lines = expected.Split('\n');
        await using var world = await World.Open(
            seeded: !lines.Contains("# (пустая база)"),
            also: lines.Contains("# (с ограничениями)")
                    ? services => services.AddSingleton(new LimitsOptions())
                : SampleVersionIn(lines) is { } version ? SampleForms.Version(version)
                : null
        );

        var actual = await new Transcript(world).Play(lines);

        Assert.Empty(world.Log.Holding([.. Transcript.WordsTypedIn(lines)]));
        if (MayRewrite)
            await File.WriteAllTextAsync(file, actual);
        else
            Assert.Equal(expected, actual);
    }

    /// <summary>Where nobody looks at what was written, nothing is.</summary>
    private static bool MayRewrite
    {
        get
        {
            var wanted = Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") == "1";
            var unattended = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
            Assert.False(
                wanted && unattended,
                "UPDATE_TRANSCRIPTS=1 is for a person at her desk, not for CI."
            );
            return wanted;
        }
    }

    /// <summary>«# (учебная форма 2)» adds a form of no slice, in its second version.</summary>
    private static int? SampleVersionIn(IEnumerable<string> lines) =>
        lines.FirstOrDefault(line => line.StartsWith("# (учебная форма ", StringComparison.Ordinal))
            is { } line
            ? line[^2] - '0'
            : null;

    private static string Folder { get; } = FindFolder();

    private static string FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "tests", "CuratorBot.Tests", "Transcripts");
            if (Directory.Exists(folder))
                return folder;
        }
        throw new DirectoryNotFoundException("tests/CuratorBot.Tests/Transcripts");
    }
}
