using System.Globalization;
using System.Net;
using System.Text.Json;
using CuratorBot.Condition;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Health;

/// <summary>What the three addresses say of each trouble that a part can be in.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private HostInProcess _host = null!;

    public async Task InitializeAsync() => _host = await HostInProcess.Start("--Playground:Enabled=true");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> AllParts =>
        [
            .. typeof(Parts)
                .GetFields()
                .Where(part => part.IsLiteral)
                .Select(part => (string)part.GetRawConstantValue()!),
            $"{Parts.Sweep}:reviews",
        ];

    [Fact]
    public async Task A_host_that_is_well_says_so_and_which_version_it_is()
    {
        var (status, health) = await Ask("/health");

        Assert.Equal((HttpStatusCode.OK, "healthy"), (status, health.GetProperty("status").GetString()));
        Assert.StartsWith("SQLite ", health.GetProperty("database").GetString());
        Assert.Equal(ProductVersion.Text, health.GetProperty("version").GetString());
        Assert.Equal(0, health.GetProperty("reasons").GetArrayLength());
        Assert.Equal(0, health.GetProperty("unstoredAnswers").GetInt32());
    }

    [Fact]
    public void What_names_no_culture_is_the_same_on_every_machine() =>
        Assert.Same(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentCulture);

    [Theory]
    [MemberData(nameof(AllParts))]
    public async Task Every_part_turns_it_red_and_green_again(string part)
    {
        var troubles = _host.Get<Troubles>();
        // Each part has a watch of its own, which would end at once what is not so.
        part = $"{part}:sample";

        troubles.Raise(part, Severity.Passing, "It is slow.");
        Assert.Equal((200, 200, 200, "coping"), await Codes());
        troubles.Raise(part, Severity.NeedsPerson, "Somebody must look.");
        Assert.Equal((503, 503, 200, "unhealthy"), await Codes());
        troubles.Raise(part, Severity.NeedsRestart, "Restart it.");
        Assert.Equal((503, 503, 503, "unhealthy"), await Codes());

        var reason = (await Ask("/health")).Body.GetProperty("reasons").EnumerateArray().Single();
        Assert.Equal(
            (part, "needs restart", "Restart it."),
            (
                reason.GetProperty("part").GetString(),
                reason.GetProperty("severity").GetString(),
                reason.GetProperty("reason").GetString()
            )
        );
        troubles.End(part);
        Assert.Equal((200, 200, 200, "healthy"), await Codes());
    }

    private async Task<(int Health, int Ready, int Live, string Status)> Codes()
    {
        var (health, body) = await Ask("/health");
        return (
            (int)health,
            (int)(await Ask("/health/ready")).Status,
            (int)(await Ask("/health/live")).Status,
            body.GetProperty("status").GetString()!
        );
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string path)
    {
        using var answer = await _host.Http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
