using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Deploy;

/// <summary>What the container and the service may do is as little as the bot needs.</summary>
public sealed class ContainerTests
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Repository.File("Dockerfile"));
    private static readonly string[] Compose = Meant("deploy/compose.yaml");
    private static readonly string[] Service = Meant("deploy/curatorbot.service");

    [Fact]
    public void The_image_runs_as_a_user_that_owns_nothing_but_the_data()
    {
        var user = Array.FindLastIndex(
            Dockerfile,
            line => line.StartsWith("USER ", StringComparison.Ordinal)
        );
        var entry = Array.FindIndex(
            Dockerfile,
            line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal)
        );

        Assert.InRange(user, 0, entry);
        Assert.Equal("USER $APP_UID", Dockerfile[user]);
        Assert.Single(Dockerfile, line => line.Contains("chown"));
        Assert.Contains(Dockerfile, line => line.Contains("chown \"$APP_UID:$APP_UID\" /data"));
    }

    [Theory]
    [InlineData("read_only: true")]
    [InlineData("cap_drop: [ALL]")]
    [InlineData("security_opt: [\"no-new-privileges:true\"]")]
    [InlineData("- /tmp")]
    [InlineData("- data:/data")]
    [InlineData("- \"127.0.0.1:8080:8080\"")]
    public void The_container_may_write_its_data_and_nothing_else(string line) =>
        Assert.Contains(line, Compose);

    [Theory]
    [InlineData("privileged")]
    [InlineData("cap_add")]
    [InlineData("network_mode")]
    [InlineData("docker.sock")]
    [InlineData("user: root")]
    [InlineData("user: \"0")]
    public void Nothing_gives_it_more(string word) =>
        Assert.DoesNotContain(Compose, line => line.Contains(word));

    [Theory]
    [InlineData("NoNewPrivileges=yes")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("ProtectHome=yes")]
    [InlineData("PrivateTmp=yes")]
    [InlineData("CapabilityBoundingSet=")]
    [InlineData("UMask=0077")]
    [InlineData("User=curatorbot")]
    [InlineData("StateDirectory=curatorbot")]
    public void The_service_may_write_its_data_and_nothing_else(string line) =>
        Assert.Contains(line, Service);

    [Fact]
    public void The_service_is_not_started_again_where_that_mends_nothing()
    {
        var never = Service.Single(line =>
            line.StartsWith("RestartPreventExitStatus=", StringComparison.Ordinal)
        );

        Assert.Equal(
            $"RestartPreventExitStatus={ExitCodes.Usage} {ExitCodes.Held} {ExitCodes.BadData} {ExitCodes.BadSettings}",
            never
        );
    }

    [Fact]
    public void The_changelog_tells_of_this_version()
    {
        var changes = File.ReadAllText(Repository.File("CHANGELOG.md"));

        Assert.Contains($"\n## {ProductVersion.Text.Split('+')[0]}\n", changes);
    }

    private static string[] Meant(string file) =>
        [
            .. File.ReadAllLines(Repository.File(file.Split('/')))
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith('#')),
        ];
}
