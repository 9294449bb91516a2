using System.Text;
using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Updates;

namespace CuratorBot.Playground.Log;

/// <summary>The parameters of a call as the log keeps them.</summary>
internal static class CallJson
{
    public static string Parameters(Call call) =>
        Encoding.UTF8.GetString(
            MessageJson.Bytes(json =>
            {
                json.WriteStartObject();
                foreach (var parameter in call.Parameters)
                {
                    json.WritePropertyName(parameter.Name);
                    if (parameter.IsText)
                        json.WriteStringValue(parameter.Value);
                    else
                        json.WriteRawValue(parameter.Value, skipInputValidation: true);
                }
                foreach (var upload in call.Uploads)
                    json.WriteString(upload.Field, $"attach://{upload.FileName}");
                json.WriteEndObject();
            })
        );
}
