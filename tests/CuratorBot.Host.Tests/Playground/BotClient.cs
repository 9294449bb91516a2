using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CuratorBot.Playground;

namespace CuratorBot.Host.Tests.Playground;

/// <summary>A bot that speaks plain HTTP with the playground, so that nothing of ours stands between.</summary>
internal sealed class BotClient(PlaygroundServer server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.Address };

    public async Task<Answer> Call(string method, object? parameters = null, string token = "1:abc")
    {
        using var content = JsonContent.Create(parameters ?? new { });
        return await Read(await _http.PostAsync($"/bot{token}/{method}", content));
    }

    public async Task<Answer> Post(string path, HttpContent content) =>
        await Read(await _http.PostAsync(path, content));

    public async Task<Answer> Get(string path) => await Read(await _http.GetAsync(path));

    public Task<byte[]> Download(string path) => _http.GetByteArrayAsync(path);

    public Task<HttpResponseMessage> Raw(string path) =>
        _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    public void Dispose() => _http.Dispose();

    private static async Task<Answer> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            var isJson = response.Content.Headers.ContentType?.MediaType is "application/json";
            return new Answer(
                response.StatusCode,
                isJson ? JsonDocument.Parse(text).RootElement : default,
                text
            );
        }
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonElement Json, string Text)
{
    public JsonElement Result => Json.GetProperty("result");
    public string? Description => Json.GetProperty("description").GetString();
}
