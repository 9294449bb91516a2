using System.Globalization;
using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Updates;
using Microsoft.AspNetCore.Http;

namespace CuratorBot.Playground.Phones;

/// <summary>
/// <c>POST /playground/people/{userId}/{act}</c>, as JSON or a form; <c>chatId</c> names a group where needed.
/// <list type="bullet">
/// <item>text {text} · edit {messageId, text} · contact {phoneNumber?, contactUserId?, firstName?}</item>
/// <item>press {messageId, data} or {button}: answers {"callbackQueryId"}</item>
/// <item>photo, document: multipart field "file" with optional caption, or {name, size} to pretend a size</item>
/// <item>album: several multipart fields "file" · voice {seconds?} · sticker {emoji?} · location {latitude,
/// longitude} · block · unblock · deactivate</item>
/// </list>
/// Other acts answer {"messageId"}, block and its like {}.
/// </summary>
internal sealed class PersonActs(PlaygroundWorld world)
{
    private static readonly BotMethod NoMethod = new("act", 0);

    public async Task Handle(HttpContext context, string path)
    {
        var slash = path.IndexOf('/');
        if (slash < 0 || !long.TryParse(path[..slash], CultureInfo.InvariantCulture, out var userId))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var call = new Call { Method = NoMethod, Aborted = context.RequestAborted };
        await CallReader.Read(context, call);
        var answer = Act(world.Phone(userId), path[(slash + 1)..], call);
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await PhonesEndpoint.Write(context, "application/json", answer);
    }

    private static byte[]? Act(Phone phone, string act, Call call)
    {
        var chat = call.Number("chatId");
        return act switch
        {
            "text" => Sent(phone.SendText(Required(call, "text"), chat)),
            "edit" => Sent(
                phone.EditText((int)RequiredNumber(call, "messageId"), Required(call, "text"), chat)
            ),
            "press" => Press(phone, call, chat),
            "photo" => Photo(phone, call, chat),
            "document" => Document(phone, call, chat),
            "album" => Album(phone, call, chat),
            "contact" => Sent(
                phone.SendContact(
                    call.Text("phoneNumber"),
                    call.Number("contactUserId"),
                    call.Text("firstName"),
                    chat
                )
            ),
            "voice" => Sent(phone.SendVoice((int)(call.Number("seconds") ?? 3), chat)),
            "sticker" => Sent(phone.SendSticker(call.Text("emoji") ?? "👍", chat)),
            "location" => Sent(
                phone.SendLocation(Degrees(call, "latitude"), Degrees(call, "longitude"), chat)
            ),
            "block" => Done(phone.Block),
            "unblock" => Done(phone.Unblock),
            "deactivate" => Done(phone.Deactivate),
            _ => null,
        };
    }

    private static byte[] Press(Phone phone, Call call, long? chat)
    {
        var button = call.Text("data") ?? Required(call, "button");
        var id = call.Number("messageId") is { } messageId
            ? phone.Press((int)messageId, button, chat)
            : phone.Press(button, chat);
        return Answer("callbackQueryId", id);
    }

    private static byte[] Photo(Phone phone, Call call, long? chat) =>
        Sent(
            call.FindUpload("file") is { } upload
                ? phone.SendPhoto(upload.Bytes, call.Text("caption"), chat)
                : phone.SendPhoto(RequiredNumber(call, "size"), call.Text("caption"), chat)
        );

    private static byte[] Document(Phone phone, Call call, long? chat)
    {
        var caption = call.Text("caption");
        return Sent(
            call.FindUpload("file") is { } upload
                ? phone.SendDocument(upload.FileName, upload.Bytes, upload.MimeType, caption, chat)
                : phone.SendDocument(Required(call, "name"), RequiredNumber(call, "size"), caption, chat)
        );
    }

    private static byte[] Album(Phone phone, Call call, long? chat)
    {
        if (call.Uploads.Count == 0)
            throw new FormatException("An album needs files.");
        return Sent(
            phone.SendAlbum([.. call.Uploads.Select(file => file.Bytes)], call.Text("caption"), chat)[0]
        );
    }

    private static byte[] Done(Action act)
    {
        act();
        return "{}"u8.ToArray();
    }

    private static byte[] Sent(ChatMessage message) =>
        MessageJson.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("messageId", message.MessageId);
            json.WriteEndObject();
        });

    private static byte[] Answer(string name, string value) =>
        MessageJson.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString(name, value);
            json.WriteEndObject();
        });

    private static string Required(Call call, string name) =>
        call.Text(name) is { Length: > 0 } value ? value : throw new FormatException($"{name} is needed.");

    private static long RequiredNumber(Call call, string name) =>
        call.Number(name) ?? throw new FormatException($"{name} is needed.");

    private static double Degrees(Call call, string name) =>
        double.Parse(Required(call, name), CultureInfo.InvariantCulture);
}
