using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Messaging;
using CuratorBot.Registers;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Registers;

/// <summary>A register that holds photos and documents.</summary>
public sealed class FilesFieldTests : IAsyncLifetime
{
    private SampleBook _book = null!;

    public async Task InitializeAsync() => _book = await SampleBook.Open(Samples.OfFiles);

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task They_are_counted_on_the_card_and_sent_by_a_button()
    {
        await AddTwoPhotosAndADocument();

        Assert.Contains("Файлы: 2 фото, 1 документ", _book.Last.Text.Text, StringComparison.Ordinal);
        await _book.Phone.Presses("Показать фото и документы");
        Assert.Equal(
            [OutgoingKind.Album, OutgoingKind.Document],
            _book.World.Channel.Heard.TakeLast(2).Select(heard => heard.Message.Kind)
        );
        Assert.Equal(
            [OutgoingKind.Photo, OutgoingKind.Photo],
            _book.World.Channel.Heard.TakeLast(2).First().Message.Album!.Select(part => part.Kind)
        );
        Assert.Equal(3, (await Stored()).Count);
        Assert.All(await Stored(), path => Assert.True(_book.World.Files.IsInside(path)));
    }

    [Fact]
    public async Task A_word_is_no_file()
    {
        Assert.StartsWith(
            "Пришлите фото или документ.",
            await _book.Answered("позже"),
            StringComparison.Ordinal
        );
        Assert.Equal("Файлы: не указано", await _book.Added("[Пропустить]"));
        Assert.False(_book.Phone.Sees("Показать фото и документы"));
    }

    [Fact]
    public async Task Further_ones_are_noted_in_history_and_audit_by_their_number()
    {
        await AddTwoPhotosAndADocument();
        await _book.OpenList();
        await _book.Phone.Presses("1");
        await _book.Phone.Presses("✏️ Исправить");
        await _book.Phone.SendsPhoto();
        await _book.Phone.Presses("✅ Сохранить");

        Assert.Contains("Файлы: 3 фото, 1 документ", _book.Last.Text.Text, StringComparison.Ordinal);
        Assert.Equal("Файлы: 2 фото, 1 документ → Файлы: 3 фото, 1 документ", await _book.NewestAudit());
        Assert.Contains(
            "Файлы: 2 фото, 1 документ → 3 фото, 1 документ",
            await _book.NewestChange(),
            StringComparison.Ordinal
        );
        var changes = await _book.World.Read(db =>
            db.Set<RegisterChange>().Where(row => row.Field == "files").Select(row => row.After).ToListAsync()
        );
        Assert.Equal(["2+1", "3+1"], changes);
    }

    [Fact]
    public async Task What_a_row_has_is_in_use_and_what_it_has_no_more_is_deleted_at_once()
    {
        await AddTwoPhotosAndADocument();
        var before = await Stored();
        Assert.Subset((await _book.World.Read(db => EvidenceInUse.All(db))).ToHashSet(), before.ToHashSet());
        await _book
            .World.Services.GetRequiredService<UnusedEvidence>()
            .Remove(_book.World.Clock.Now.AddDays(400));
        Assert.All(before, path => Assert.True(Exists(path)));

        Assert.Equal("Файлы: не относится", await _book.Corrected("[не относится]"));
        Assert.Empty(await Stored());
        Assert.All(before, path => Assert.False(Exists(path)));
    }

    [Fact]
    public async Task A_table_shows_their_number_and_changes_none()
    {
        await AddTwoPhotosAndADocument();

        Assert.Equal(["2 фото, 1 документ"], await _book.Exported());
        Assert.Contains("без изменений: 1", await _book.SentBack(), StringComparison.Ordinal);
        Assert.Contains("без изменений: 1", await _book.Sent("—", "Проба 1"), StringComparison.Ordinal);
        Assert.Contains("новых: 1", await _book.Sent("7 фото"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_there_known_and_not_applying_stay_three()
    {
        Assert.Equal("Файлы: —", await _book.Added("[— (нет)]"));
        Assert.Equal("Файлы: не относится", await _book.Corrected("[не относится]"));
        Assert.Contains("Файлы: — → не относится", await _book.NewestChange(), StringComparison.Ordinal);
        Assert.Equal(["не относится"], await _book.Exported());
    }

    [Fact]
    public async Task Whoever_may_not_read_the_row_gets_no_file()
    {
        await AddTwoPhotosAndADocument();
        var row = (await _book.Rows())[0];
        var button = _book.Phone.Press("Показать фото и документы");
        await _book.World.UnitOfWork.Write(async scope =>
        {
            var moved = await scope.Db.Set<Sample>().SingleAsync(one => one.Id == row.Id);
            (moved.SchoolId, moved.MunicipalityId) = ("fedorovka_sosh", "kamenskiy");
        });
        var heard = _book.World.Channel.Heard.Count;

        await _book.World.Receive(button);

        Assert.Equal(heard, _book.World.Channel.Heard.Count);
    }

    private async Task AddTwoPhotosAndADocument()
    {
        await _book.Begin();
        await _book.Phone.SendsPhoto();
        await _book.Phone.SendsPhoto();
        await _book.Phone.SendsDocument("План.pdf");
        await _book.Phone.Presses("Готово");
        await _book.Phone.Presses("✅ Сохранить");
    }

    private Task<List<string>> Stored() =>
        _book.World.Read(db => db.Set<RegisterFile>().Select(file => file.StoredAs!).ToListAsync());

    private bool Exists(string path)
    {
        using var content = _book.World.Files.Open(path);
        return content is not null;
    }
}
