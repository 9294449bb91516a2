using System.Net;
using System.Text;
using CuratorBot.Data;
using CuratorBot.Events.Reporting;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CuratorBot.Privacy;

/// <summary>
/// Everything that the tables hold of a person, as a page that opens on any phone. It is made from the model:
/// every column of every table that has something of her, but for those that tell nothing.
/// </summary>
internal static class MyDataFile
{
    public static async Task<string> Of(
        CuratorBotDb db,
        TextCatalogue texts,
        ReportFields reports,
        Asker who,
        DateTimeOffset now
    )
    {
        var page = new StringBuilder(Head(texts, LocalDays.Today(now, who.TimeZone)));
        var words = new PersonalWords(db, texts, reports, who.PersonId, who.TimeZone);
        if (await Subject.Find(db, who.PersonId) is { } her)
            foreach (var table in PersonalTables.All)
                await Add(page, db, table, her, words, texts);
        return page.Append("</body></html>\n").ToString();
    }

    private static async Task Add(
        StringBuilder page,
        CuratorBotDb db,
        PersonalTable table,
        Subject her,
        PersonalWords words,
        TextCatalogue texts
    )
    {
        var entries = new List<string>();
        foreach (var row in await table.RowsOf(db, her))
            if (await Entry(table, table.ColumnsOf(db.Model), row, words) is { Length: > 0 } entry)
                entries.Add(entry);
        if (entries.Count == 0)
            return;
        page.Append("<h2>").Append(Safe(texts.Plain($"mydata.tables.{table.Name}.title"))).Append("</h2>\n");
        foreach (var entry in entries)
            page.Append("<dl>\n").Append(entry).Append("</dl>\n");
    }

    private static async Task<string> Entry(
        PersonalTable table,
        IEnumerable<IProperty> columns,
        object row,
        PersonalWords words
    )
    {
        var entry = new StringBuilder();
        foreach (var column in columns)
        {
            var shown = await words.Show(table.Name, column, column.PropertyInfo!.GetValue(row));
            if (shown.Length > 0)
                entry
                    .Append("<dt>")
                    .Append(Safe(words.LabelOf(table.Name, column)))
                    .Append("</dt><dd>")
                    .Append(Safe(shown))
                    .Append("</dd>\n");
        }
        return entry.ToString();
    }

    private static string Head(TextCatalogue texts, DateOnly today) =>
        $$"""
            <!doctype html>
            <html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{{Safe(texts.Plain("mydata.title"))}}</title>
            <style>body{font:16px/1.4 sans-serif;max-width:42em;margin:1em auto;padding:0 1em}
            dl{border-top:1px solid #ccc;margin:0;padding:.5em 0}dt{color:#555;font-size:.85em}
            dd{margin:0 0 .4em;white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body>
            <h1>{{Safe(texts.Plain("mydata.title"))}}</h1>
            <p>{{Safe(texts.Plain("mydata.intro", ("date", today)))}}</p>

            """;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
