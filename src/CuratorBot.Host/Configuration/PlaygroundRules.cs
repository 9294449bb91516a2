using CuratorBot.Host.Telegram.BotApi;

namespace CuratorBot.Host.Configuration;

/// <summary>
/// When the playground opens: in it anybody speaks as any person, so it never stands in for a real bot whose token
/// was forgotten, emptied or misspelt.
/// </summary>
internal static class PlaygroundRules
{
    private const string ByName = "Playground:Enabled=true opens the playground.";

    public static bool Opens(IConfiguration configuration, PlaygroundChoice choice, SettingReader reader)
    {
        var token = configuration[$"{TelegramOptions.Section}:{nameof(TelegramOptions.Token)}"];
        if (!string.IsNullOrEmpty(token))
        {
            reader.Demand(
                choice.Enabled is not true,
                "Playground:Enabled and Telegram:Token are both set: a playground has no real bot. Remove one."
            );
            return false;
        }
        if (choice.Enabled is true)
            return true;
        reader.Demand(
            token is null || choice.Enabled is false,
            $"Telegram:Token is empty. Put in the token from @BotFather; {ByName}"
        );
        reader.Demand(
            choice.Enabled is null && (token is not null || !IsMeantForReal(configuration)),
            $"Telegram:Token is not set, though other settings are of a real bot. @BotFather gives one; {ByName}"
        );
        return true;
    }

    /// <summary>Whoever says where the data are to lie, or how Telegram is reached, did not come to play.</summary>
    private static bool IsMeantForReal(IConfiguration configuration) =>
        configuration.GetSection(StorageOptions.Section).GetChildren().Any()
        || configuration.GetSection(TelegramOptions.Section).GetChildren().Any();
}
