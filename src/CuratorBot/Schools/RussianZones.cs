namespace CuratorBot.Schools;

/// <summary>The zones of the country, as IANA ids.</summary>
public static class RussianZones
{
    /// <summary>The largest city of each hour, from one hour behind Moscow to nine ahead.</summary>
    public static IReadOnlyList<string> FromMoscow { get; } =
    [
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
        "Asia/Magadan",
        "Asia/Kamchatka",
    ];
}
