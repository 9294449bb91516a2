using System.Collections;
using System.Globalization;
using System.Text.Json;
using CuratorBot.Conversations.Forms;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Reporting;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CuratorBot.Privacy;

/// <summary>Values of columns as a person reads them: names for ids, words for enums, her own time.</summary>
internal sealed class PersonalWords(
    CuratorBotDb db,
    TextCatalogue texts,
    ReportFields reports,
    long personId,
    string timeZone
)
{
    private static readonly HashSet<string> OfPeople =
    [
        "GrantedBy",
        "AddedBy",
        "CreatedBy",
        "UsedBy",
        "RevokedBy",
        "DecidedBy",
        "AssignedBy",
        "EndedBy",
        "ActorId",
        "PersonId",
    ];

    /// <summary>What the column is called; its name in the model where nobody has written a word yet.</summary>
    public string LabelOf(string table, IProperty column) =>
        KeyOf(texts, reports, table, column) is var key && texts.Has(key) ? texts.Plain(key) : column.Name;

    /// <summary>The column's own word; what a report tells is called as there, where nothing else is said.</summary>
    public static string KeyOf(TextCatalogue texts, ReportFields reports, string table, IProperty column)
    {
        var own = $"mydata.tables.{table}.{column.Name}";
        return
            !texts.Has(own)
            && column.DeclaringType.ClrType == typeof(EventReport)
            && reports.KeptIn(column.Name) is { } field
            ? $"{ReportForm.FormName}.{field.Key}.label"
            : own;
    }

    /// <summary>Empty when there is nothing.</summary>
    public async Task<string> Show(string table, IProperty column, object? value) =>
        (value, $"{table}.{column.Name}") switch
        {
            (null, _) => "",
            (string sheet, "sessions.Sheet") => Answers(sheet),
            (string body, "outbox.Body") => Outbox.Read(body).Text.Text,
            (string body, "inbox.Body") => TypedIn(body),
            (string form, "sessions.Form") => Named($"mydata.values.forms.{form}", form),
            (string what, _) when column.Name == "What" => Named($"audit.what.{what}", what),
            (string id, _) => await NameOf(column.Name, id),
            (long id, _) when OfPeople.Contains(column.Name) => await PersonNamed(id),
            (long id, "reminders.ObligationId" or "reminder_cards.ObligationId") => await ObligationNamed(id),
            _ => Plain(value),
        };

    private string Plain(object value) =>
        value switch
        {
            DateTimeOffset instant => TimeZoneInfo
                .ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone))
                .ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture),
            DateOnly day => RussianDates.Show(day, "dotted"),
            bool yes => texts.Plain(yes ? "mydata.values.yes" : "mydata.values.no"),
            Role role => texts.Plain($"people.roles.{role}"),
            Enum choice => Named($"mydata.values.{choice.GetType().Name}.{choice}", choice.ToString()),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable many => string.Join(", ", many.Cast<object>().Select(Plain)),
            _ => value.ToString() ?? "",
        };

    private string Named(string key, string otherwise) => texts.Has(key) ? texts.Plain(key) : otherwise;

    private async Task<string> NameOf(string column, string id) =>
        column switch
        {
            "SchoolId"
            or "NowSchoolId"
            or "HelperId"
            or "OwnerId" when await db.Schools.FindAsync(id) is { } school => school.ShortName,
            "MunicipalityId"
            or "NowMunicipalityId"
            or "OwnerId" when await db.Municipalities.FindAsync(id) is { } place => place.Name,
            "TaskId" when await db.Tasks.FindAsync(id) is { } task => task.Title,
            "TypeId" when await db.EventTypes.FindAsync(id) is { } type => type.Name,
            _ => id,
        };

    private async Task<string> PersonNamed(long id) =>
        id == personId
            ? texts.Plain("mydata.values.you")
            : (await db.People.FindAsync(id))?.Name ?? texts.Plain("people.former");

    private async Task<string> ObligationNamed(long id) =>
        await db.Obligations.FindAsync(id) is { } obligation
            ? $"{await NameOf("TaskId", obligation.TaskId)} ({await NameOf("OwnerId", obligation.OwnerId)})"
            : "";

    /// <summary>The answers of a draft, one a line.</summary>
    private static string Answers(string sheet) =>
        sheet.Length == 0
            ? ""
            : string.Join(
                '\n',
                AnswerSheet
                    .FromJson(sheet)
                    .Answers.Values.Select(answer => answer.Shown)
                    .Where(shown => shown.Length > 0)
            );

    /// <summary>Of a message that nobody could read all is shown that came.</summary>
    private static string TypedIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, MessagingJson.Readable.IncomingMessage)?.Text ?? "";
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
