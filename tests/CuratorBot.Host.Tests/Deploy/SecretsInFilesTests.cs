using System.Diagnostics;
using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Deploy;

/// <summary>No secret lies in what is handed on: neither in a tracked file, nor in the history, nor in the image.</summary>
public sealed partial class SecretsInFilesTests
{
    [Fact]
    public void No_tracked_file_holds_what_looks_like_a_secret()
    {
        var files = Git("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(files.Length > 300);
        Assert.DoesNotContain(
            files.Select(file => Repository.File(file)).Where(File.Exists),
            file => Secret().IsMatch(File.ReadAllText(file))
        );
    }

    [Fact]
    public void No_file_that_was_ever_tracked_holds_one()
    {
        var found = Git(
            "log",
            "--oneline",
            "--extended-regexp",
            "-G",
            "(^|[^0-9A-Za-z])[0-9]{8,10}:[A-Za-z0-9_-]{35}([^A-Za-z0-9_-]|$)|-----BEGIN ([A-Z]+ )?PRIVATE KEY-----"
        );

        Assert.Equal("", found.Trim());
    }

    [Fact]
    public void What_looks_like_a_secret_is_seen()
    {
        Assert.Matches(Secret(), "Telegram__Token=" + "123456789:" + new string('A', 35));
        Assert.Matches(Secret(), "-----BEGIN RSA PRIVATE " + "KEY-----");
    }

    [Theory]
    [InlineData("deploy/curatorbot.env")]
    [InlineData(".env")]
    [InlineData("src/CuratorBot.Host/data/demo/curatorbot.db")]
    public void Files_with_secrets_and_data_are_never_tracked(string file) =>
        Assert.Equal(file, Git("check-ignore", "--no-index", file).Trim());

    [Theory]
    [InlineData("**/*.env")]
    [InlineData(".git")]
    [InlineData("data")]
    public void The_image_is_built_without_them(string pattern) =>
        Assert.Contains(pattern, File.ReadAllLines(Repository.File(".dockerignore")));

    [Fact]
    public void No_file_of_the_deployment_sets_a_secret()
    {
        foreach (
            var file in new[]
            {
                "Dockerfile",
                "deploy/compose.yaml",
                "deploy/curatorbot.service",
                "deploy/curatorbot.env.example",
                "src/CuratorBot.Host/appsettings.json",
            }
        )
            Assert.DoesNotMatch(Set(), File.ReadAllText(Repository.File(file)));
    }

    private static string Git(params string[] words)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var git = Process.Start(start)!;
        return git.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex(
        @"\b[0-9]{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b"
    )]
    private static partial Regex Secret();

    /// <summary>A comment may show where a secret goes; a line that counts sets none.</summary>
    [GeneratedRegex(
        @"^(?!\s*#).*(?:Token|WebhookSecret|DashboardKey)\s*[=:]\s*[""']?\w",
        RegexOptions.Multiline
    )]
    private static partial Regex Set();
}
