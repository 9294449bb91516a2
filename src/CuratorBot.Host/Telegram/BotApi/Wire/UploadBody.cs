using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi.Requests;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>
/// multipart/form-data: the fields of a JSON request, then one file, streamed. Written by hand because the
/// ready-made one encodes Russian file names in a way that the server shows as they are («=?utf-8?B?…»).
/// </summary>
internal sealed class UploadBody : RequestBody
{
    private readonly InputFile.Upload _file;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    private UploadBody(JsonBody request, string fileField, InputFile.Upload file, string boundary)
        : base($"multipart/form-data; boundary={boundary}")
    {
        _file = file;
        _head = Encoding.UTF8.GetBytes(
            Fields(request.Json, boundary) + FileHeader(fileField, file, boundary)
        );
        _tail = Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n");
    }

    /// <param name="request">Disposed here; what is null in it is left out.</param>
    public static UploadBody Of(JsonBody request, string fileField, InputFile.Upload file)
    {
        using (request)
            return new UploadBody(
                request,
                fileField,
                file,
                "curatorbot" + RandomNumberGenerator.GetHexString(32)
            );
    }

    protected override async Task Write(Stream connection, CancellationToken cancel)
    {
        await connection.WriteAsync(_head, cancel);
        await _file.Content.CopyToAsync(connection, cancel);
        LastBytesFollow();
        await connection.WriteAsync(_tail, cancel);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Content.CanSeek
            ? _head.Length + (_file.Content.Length - _file.Content.Position) + _tail.Length
            : 0;
        return _file.Content.CanSeek;
    }

    private static string Fields(ReadOnlySpan<byte> json, string boundary)
    {
        using var request = JsonDocument.Parse(json.ToArray());
        var fields = new StringBuilder();
        foreach (var field in request.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind is not JsonValueKind.Null)
                fields.Append(
                    $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"
                );
        }

        return fields.ToString();
    }

    private static string FileHeader(string field, InputFile.Upload file, string boundary) =>
        $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{Quoted(file.FileName)}\"\r\n"
        + $"Content-Type: {Printable(file.ContentType)}\r\n\r\n";

    /// <summary>As browsers do it: the three characters that could end the header are percent-encoded.</summary>
    private static string Quoted(string name) =>
        Printable(name.Replace("\"", "%22", StringComparison.Ordinal));

    private static string Printable(string text) =>
        text.Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
