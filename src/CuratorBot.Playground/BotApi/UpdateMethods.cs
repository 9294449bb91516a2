using System.Text.Json;
using System.Text.RegularExpressions;
using CuratorBot.Playground.Updates;

namespace CuratorBot.Playground.BotApi;

/// <summary>getUpdates and the webhook: the two ways in which a bot hears.</summary>
/// <remarks>When a second getUpdates starts to wait, the one that waited before ends with 409, as on the official
/// server. Two pollers that always find updates see no conflict there, and none here.</remarks>
internal sealed partial class UpdateMethods(PlaygroundWorld world)
{
    private const int LongestPoll = 50;

    public async ValueTask GetUpdates(Call call, BotReply reply)
    {
        if (world.Webhook.Target is not null)
            throw BotApiException.Conflict(WebhookIsActive);
        Allow(call);
        if (call.Number("offset") is { } offset and not 0)
            world.Updates.Confirm(offset);
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var timeout = Math.Clamp(call.Number("timeout") ?? 0, 0, LongestPoll);
        if (timeout > 0 && !world.Updates.HasAny)
            await Wait(TimeSpan.FromSeconds(timeout), call.Aborted);
        if (call.Aborted.IsCancellationRequested)
            return;
        reply.Json.Flush();
        if (!world.Updates.TryWrite(limit, reply.Raw))
            WriteNothing(reply);
    }

    private static void WriteNothing(BotReply reply)
    {
        reply.Json.WriteStartArray();
        reply.Json.WriteEndArray();
    }

    private async Task Wait(TimeSpan timeout, CancellationToken aborted)
    {
        var poll = world.Updates.BeginPoll(timeout, aborted);
        try
        {
            if (!world.Updates.HasAny)
                await poll.Woken;
        }
        finally
        {
            world.Updates.EndPoll(poll);
        }
        if (poll.Replaced)
        {
            throw BotApiException.Conflict(
                world.Webhook.Target is null ? AnotherIsRunning : "terminated by setWebhook request"
            );
        }
    }

    public void SetWebhook(Call call, BotReply reply)
    {
        var url = call.Text("url") ?? "";
        if (call.Flag("drop_pending_updates"))
            Drop();
        if (url.Length == 0)
        {
            DeleteWebhook(call, reply);
            return;
        }
        var secret = call.Text("secret_token");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw BotApiException.BadRequest("bad webhook: invalid webhook URL specified");
        if (!string.IsNullOrEmpty(secret) && !Secret().IsMatch(secret))
            throw BotApiException.BadRequest("secret token contains unallowed characters");
        Allow(call);
        var connections = (int)Math.Clamp(call.Number("max_connections") ?? 40, 1, 100);
        world.Webhook.Start(
            new WebhookTarget(uri, string.IsNullOrEmpty(secret) ? null : secret, connections)
        );
        reply.True();
    }

    public void DeleteWebhook(Call call, BotReply reply)
    {
        if (call.Flag("drop_pending_updates"))
            Drop();
        world.Webhook.Stop();
        reply.True();
    }

    public void GetWebhookInfo(BotReply reply)
    {
        var (json, webhook) = (reply.Json, world.Webhook);
        json.WriteStartObject();
        json.WriteString("url"u8, webhook.Target?.Url.ToString() ?? "");
        json.WriteBoolean("has_custom_certificate"u8, false);
        json.WriteNumber("pending_update_count"u8, webhook.Pending);
        if (webhook.Target is { } target)
            json.WriteNumber("max_connections"u8, target.MaxConnections);
        if (webhook is { Target: not null, LastError: { } error, LastErrorDate: { } date })
        {
            json.WriteNumber("last_error_date"u8, date);
            json.WriteString("last_error_message"u8, error);
        }
        json.WriteEndObject();
    }

    private void Drop()
    {
        world.Webhook.DropPending();
        world.Updates.TakeAll();
    }

    private void Allow(Call call)
    {
        if (call.Text("allowed_updates") is not { Length: > 0 } allowed)
            return;
        try
        {
            using var parsed = JsonDocument.Parse(allowed);
            world.Updates.Allow(parsed.RootElement.EnumerateArray().Select(kind => kind.GetString() ?? ""));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw BotApiException.BadRequest("can't parse allowed updates");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex Secret();

    private const string AnotherIsRunning =
        "terminated by other getUpdates request; make sure that only one bot instance is running";

    private const string WebhookIsActive =
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
}
