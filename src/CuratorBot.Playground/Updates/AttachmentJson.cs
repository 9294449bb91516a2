using System.Text.Json;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Updates;

internal static class AttachmentJson
{
    public static void Write(Utf8JsonWriter json, Attachment attachment)
    {
        switch (attachment.Kind)
        {
            case AttachmentKind.Photo:
                json.WriteStartArray("photo"u8);
                foreach (var size in attachment.Files)
                    File(json, size, withName: false);
                json.WriteEndArray();
                break;
            case AttachmentKind.Contact:
                Contact(json, attachment);
                break;
            case AttachmentKind.Location:
                json.WriteStartObject("location"u8);
                json.WriteNumber("latitude"u8, attachment.Latitude);
                json.WriteNumber("longitude"u8, attachment.Longitude);
                json.WriteEndObject();
                break;
            case AttachmentKind.Sticker:
                json.WritePropertyName("sticker"u8);
                Sticker(json, attachment);
                break;
            case AttachmentKind.Voice:
                json.WritePropertyName("voice"u8);
                File(json, attachment.Files[0], withName: false, attachment.Duration);
                break;
            default:
                json.WritePropertyName("document"u8);
                File(json, attachment.Files[0], withName: true);
                break;
        }
    }

    private static void Contact(Utf8JsonWriter json, Attachment contact)
    {
        json.WriteStartObject("contact"u8);
        json.WriteString("phone_number"u8, contact.PhoneNumber);
        json.WriteString("first_name"u8, contact.FirstName);
        if (contact.LastName is not null)
            json.WriteString("last_name"u8, contact.LastName);
        if (contact.ContactUserId is { } userId)
            json.WriteNumber("user_id"u8, userId);
        json.WriteEndObject();
    }

    private static void Sticker(Utf8JsonWriter json, Attachment sticker)
    {
        var file = sticker.Files[0];
        json.WriteStartObject();
        json.WriteString("file_id"u8, file.Id);
        json.WriteString("file_unique_id"u8, file.UniqueId);
        json.WriteString("type"u8, "regular"u8);
        json.WriteNumber("width"u8, 512);
        json.WriteNumber("height"u8, 512);
        json.WriteBoolean("is_animated"u8, false);
        json.WriteBoolean("is_video"u8, false);
        json.WriteString("emoji"u8, sticker.Emoji);
        json.WriteNumber("file_size"u8, file.Size);
        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, StoredFile file, bool withName, int duration = 0)
    {
        json.WriteStartObject();
        json.WriteString("file_id"u8, file.Id);
        json.WriteString("file_unique_id"u8, file.UniqueId);
        json.WriteNumber("file_size"u8, file.Size);
        if (file.Width > 0 && !withName)
        {
            json.WriteNumber("width"u8, file.Width);
            json.WriteNumber("height"u8, file.Height);
        }
        if (duration > 0)
            json.WriteNumber("duration"u8, duration);
        if (withName)
            json.WriteString("file_name"u8, file.Name);
        if (withName || duration > 0)
            json.WriteString("mime_type"u8, file.MimeType);
        json.WriteEndObject();
    }
}
