using CuratorBot.Conversations.Limits;
using CuratorBot.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace CuratorBot.Host.Tests.Configuration;

public sealed class HostSettingsTests
{
    public static TheoryData<string> Limits =>
        [.. typeof(LimitsOptions).GetProperties().Where(one => one.CanWrite).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_that_lets_nothing_through_is_refused(string name)
    {
        var refused = Assert.Throws<SettingsRefused>(() => Read($"Limits:{name}", "0"));

        Assert.StartsWith("Limits:", refused.Message);
    }

    [Fact]
    public void A_limit_can_be_set()
    {
        Assert.Equal(7, Read("Limits:CommandsPerMinute", "7").Limits.CommandsPerMinute);
        Assert.Equal(20, Read("Limits:PressesPerMinute", "7").Limits.CommandsPerMinute);
    }

    private static HostSettings Read(string key, string value) =>
        HostSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { [key] = value })
                .Build()
        );
}
