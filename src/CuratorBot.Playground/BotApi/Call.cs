using System.Globalization;

namespace CuratorBot.Playground.BotApi;

/// <summary>One request of a bot, whichever way its parameters came.</summary>
internal sealed class Call
{
    private readonly List<Parameter> _parameters = new(6);

    public required BotMethod Method { get; init; }
    public IReadOnlyList<Parameter> Parameters => _parameters;
    public List<Upload> Uploads { get; } = [];
    public CancellationToken Aborted { get; init; }

    public void Add(string name, string value, bool isText) =>
        _parameters.Add(new Parameter(name, value, isText));

    public string? Text(string name)
    {
        foreach (var parameter in _parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
                return parameter.Value;
        }
        return null;
    }

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>0 when the call is about no chat.</summary>
    public long ChatId => Number("chat_id") ?? 0;

    public long RequiredChat()
    {
        if (string.IsNullOrEmpty(Text("chat_id")))
            throw BotApiException.BadRequest("chat_id is empty");
        return Number("chat_id") ?? throw BotApiException.BadRequest("chat not found");
    }

    public Upload? FindUpload(string field) =>
        Uploads.Find(upload => string.Equals(upload.Field, field, StringComparison.Ordinal));
}

/// <param name="IsText">False for numbers, flags and nested JSON, which are logged as they came.</param>
internal readonly record struct Parameter(string Name, string Value, bool IsText);

internal sealed record Upload(string Field, string FileName, string MimeType, byte[] Bytes);
