using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Fields;
using CuratorBot.Importing;
using CuratorBot.Registers;
using CuratorBot.Registers.Tables;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Registers;

/// <summary>A coordinator who fills in the register of the samples, in the chat and as a table.</summary>
internal sealed class SampleBook : IAsyncDisposable
{
    private const long Coordinator = 1004;
    private const string Dismiss = "✕ Отменить";

    private int _samples;

    private SampleBook(World world) => (World, Phone) = (world, new Phone(world, Coordinator));

    public World World { get; }
    public Phone Phone { get; }

    /// <param name="also">What its world has besides.</param>
    public static async Task<SampleBook> Open(
        Func<NameIndexCache, Field> field,
        Action<IServiceCollection>? also = null
    )
    {
        var world = await World.Open(also: services =>
        {
            also?.Invoke(services);
            services
                .AddSingleton(Texts.Value)
                .AddSingleton(provider => new Samples(field(provider.GetRequiredService<NameIndexCache>())))
                .AddSingleton<Register>(provider => provider.GetRequiredService<Samples>())
                .AddSingleton<Form>(provider => new RegisterForm(
                    provider.GetRequiredService<Samples>(),
                    provider.GetRequiredService<NameIndexCache>()
                ))
                .AddSingleton<TableImport>(provider => new RegisterImport(
                    provider.GetRequiredService<Samples>(),
                    provider.GetRequiredService<Registry>(),
                    provider.GetRequiredService<NameIndexCache>()
                ));
        });
        return new SampleBook(world);
    }

    /// <summary>What the bot says to an answer; the form is dropped then.</summary>
    public async Task<string> Answered(string typed)
    {
        await Begin();
        var said = await After(() => Phone.Says(typed));
        await Phone.Presses(Dismiss);
        return said;
    }

    /// <summary>The buttons under the question.</summary>
    public async Task<IReadOnlyList<string>> Offered()
    {
        await Begin();
        var buttons = Last.Choices.SelectMany(row => row).Select(choice => choice.Label).ToList();
        await Phone.Presses(Dismiss);
        return buttons;
    }

    /// <summary>Adds a row and returns the line that its card has for the field.</summary>
    /// <param name="answers">Typed, or pressed where they stand in brackets.</param>
    public async Task<string> Added(params string[] answers)
    {
        await Begin();
        foreach (var answer in answers)
            await Give(answer);
        await Phone.Presses("✅ Сохранить");
        return Line(2);
    }

    /// <summary>Opens the newest row and corrects its field; returns the line of the card.</summary>
    public async Task<string> Corrected(params string[] answers)
    {
        await OpenList();
        await Phone.Presses("1");
        await Phone.Presses("✏️ Исправить");
        await Phone.Presses("✏️ Исправить");
        await Phone.Presses(Label);
        foreach (var answer in answers)
            await Give(answer);
        await Phone.Presses("✅ Сохранить");
        return Line(2);
    }

    /// <summary>The newest line of the history of the row whose card was shown last.</summary>
    public async Task<string> NewestChange()
    {
        await Phone.Presses("🕘 История");
        return Line(2);
    }

    public async Task<string> NewestAudit() =>
        await World.Read(async db =>
            (await db.Audit.OrderByDescending(row => row.Sequence).FirstAsync()) is var entry
                ? $"{entry.Before} → {entry.After}"
                : ""
        );

    public async Task OpenList()
    {
        await Phone.Says("/registers");
        await Phone.Presses("Пробы");
    }

    /// <summary>The cells of the field's column in the export.</summary>
    public async Task<IReadOnlyList<string>> Exported()
    {
        var table = await Export();
        var column = table.Rows[0].Cells.ToList().IndexOf(Label);
        return [.. table.Rows.Skip(1).Select(row => row[column])];
    }

    /// <summary>Sends the export back as it is; returns what the bot says of it.</summary>
    public async Task<string> SentBack()
    {
        await Export();
        using var content = World.Files.Open(Last.FilePath!)!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return await After(() => Phone.SendsFile("пробы.xlsx", copy.ToArray()));
    }

    /// <summary>Sends a table of one row with this cell; returns the preview.</summary>
    public Task<string> Sent(string cell, string name = "Из таблицы") => Sent((name, cell));

    public Task<string> Sent(params (string Name, string Cell)[] rows) =>
        After(() =>
            Phone.SendsFile(
                "пробы.xlsx",
                SheetWriter.Write(
                    new Sheet(
                        "Лист1",
                        [
                            .. new[] { "Муниципалитет", "Школа", "Имя пробы", Label }.Select(
                                title => new SheetColumn(title, 20)
                            ),
                        ],
                        [
                            .. rows.Select(
                                IReadOnlyList<string> (row) => ["г. Кузнецк", "СОШ №3", row.Name, row.Cell]
                            ),
                        ]
                    )
                )
            )
        );

    public string Label =>
        World.Services.GetRequiredService<TextCatalogue>().Plain($"samples.{Tried.Key}.label");

    public Field Tried => World.Services.GetRequiredService<Samples>().Fields[1];

    /// <summary>The rows as they lie in the database, the oldest first.</summary>
    public Task<List<Sample>> Rows() =>
        World.Read(db => db.Set<Sample>().OrderBy(row => row.Id).ToListAsync());

    public CuratorBot.Messaging.OutgoingMessage Last =>
        World.Channel.Heard.Last(heard => heard.ChatId == Coordinator).Message;

    public Task Give(string answer) =>
        answer.StartsWith('[') ? Phone.Presses(answer.Trim('[', ']')) : Phone.Says(answer);

    /// <summary>Up to the question of the field.</summary>
    public async Task Begin()
    {
        await OpenList();
        await Phone.Presses("➕ Добавить");
        await Phone.Says("СОШ №3 Кузнецк");
        await Phone.Says(string.Create(CultureInfo.InvariantCulture, $"Проба {++_samples}"));
    }

    private async Task<Table> Export()
    {
        await OpenList();
        await Phone.Presses("📤 Таблица");
        using var content = World.Files.Open(Last.FilePath!)!;
        return Assert.IsType<TableReading.Read>(TableReader.Read(content)).Tables[0];
    }

    private async Task<string> After(Func<Task> act)
    {
        await act();
        return Last.Text.Text;
    }

    private string Line(int number) => Last.Text.Text.Split('\n')[number];

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static readonly Lazy<TextCatalogue> Texts = new(() =>
        TextCatalogue.LoadRussian(Path.Combine(AppContext.BaseDirectory, "Texts"))
    );
}
