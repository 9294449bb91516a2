using System.Text;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>
/// The name of a file as it can stand in the header of a form: Telegram.Bot puts it there as it is, and a sign that
/// ends the header, or its quotation, would fail the upload. Russian letters stay.
/// </summary>
internal static class UploadName
{
    public static string Of(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            if (sign is '"' or '\\' || char.IsControl(sign))
                clean.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{(int)sign:X2}");
            else
                clean.Append(sign);
        }
        return clean.ToString();
    }
}
