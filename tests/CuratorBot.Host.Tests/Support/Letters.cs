using System.Text;

namespace CuratorBot.Host.Tests.Support;

/// <summary>Updates as bytes, for what no phone would send: repetitions, wrong order, damage.</summary>
internal static class Letters
{
    public static byte[] Text(long account, string text) =>
        Bytes($"\"message\":{{\"message_id\":77,\"date\":1,\"text\":\"{text}\",{FromAndChat(account)}}}");

    /// <summary>Messages that cannot be read, by what is wrong with them.</summary>
    public static readonly Dictionary<string, string> Unreadable = new()
    {
        ["wrong type"] = "\"message\":{\"message_id\":\"seven\",\"text\":17}",
        ["beyond 64 bits"] = $"\"message\":{{\"message_id\":99999999999999999999999,{FromAndChat(1001)}}}",
        ["cut short"] = "\"message\":{\"message_id\":7,\"from\":{\"id\":}}",
        ["half a letter"] =
            $"\"message\":{{\"message_id\":7,\"date\":1,\"text\":\"\\ud83d\",{FromAndChat(1001)}}}",
        ["a list"] = "\"message\":[1,2,3]",
    };

    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static string FromAndChat(long account) =>
        $"\"from\":{{\"id\":{account},\"is_bot\":false,\"first_name\":\"Некто\"}},"
        + $"\"chat\":{{\"id\":{account},\"type\":\"private\",\"first_name\":\"Некто\"}}";
}
