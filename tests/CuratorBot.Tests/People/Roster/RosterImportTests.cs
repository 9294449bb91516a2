using System.Text;
using CuratorBot.Audit;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People.Roster;

/// <summary>From the file to the roster, and from the roster to the rights of those who are in the bot.</summary>
public sealed class RosterImportTests : IAsyncLifetime
{
    private World _world = null!;
    private Phone _coordinator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _coordinator = new Phone(_world, 1004);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Nothing_is_changed_before_she_applies()
    {
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg, RosterFiles.Tubik);
        Assert.Equal(0, await CountOfEntries());

        await _coordinator.Presses("✅ Применить");
        Assert.Equal(2, await CountOfEntries());
    }

    [Fact]
    public async Task What_is_exported_and_sent_back_changes_nothing()
    {
        await RosterFiles.Import(_world, 1004, RosterFiles.Sneg, RosterFiles.Tubik);
        await _coordinator.Says("/roster");
        await _coordinator.Presses("⬇️ Выгрузить");

        await _coordinator.SendsFile("обратно.xlsx", await LastFile());

        Assert.Contains("Всё уже так и записано", Newcomers.LastTo(_world, _coordinator));
        Assert.Contains("без изменений: 2", Newcomers.LastTo(_world, _coordinator));
    }

    [Fact]
    public async Task The_whole_region_is_exported_and_read_back_unchanged()
    {
        var region = new Phone(_world, 1005);
        await RosterFiles.Import(
            _world,
            1005,
            RosterFiles.Sneg,
            ["Кнопочкина Кнопочка", "+79270000031", "муниципальный координатор", "Пенза", ""],
            ["Кнопочкина Кнопочка", "+79270000031", "куратор", "", "СОШ с. Решетино"],
            ["Винтиков Винтик", "+79270000032", "педагог", "г. Пенза", "СОШ №27"]
        );
        await region.Says("/roster");
        await region.Presses("⬇️ Выгрузить");

        await region.SendsFile("обратно.xlsx", await LastFile());

        Assert.Contains("без изменений: 4", Newcomers.LastTo(_world, region));
    }

    [Fact]
    public async Task The_template_is_a_roster_without_people()
    {
        await _coordinator.Says("/roster");
        await _coordinator.Presses("📄 Шаблон");

        await _coordinator.SendsFile("шаблон.xlsx", await LastFile());

        Assert.StartsWith("В файле есть заголовок реестра", Newcomers.LastTo(_world, _coordinator));
    }

    [Fact]
    public async Task The_file_that_says_what_to_correct_can_be_corrected_and_sent_back()
    {
        await RosterFiles.Send(
            _world,
            1004,
            RosterFiles.Sneg,
            ["Тюбиков Тюбик", "", "куратор", "Кузнецк", "СОШ №3"]
        );
        var corrections = ReadLast(await LastFile());
        Assert.Equal("Нет телефона.", corrections[2][6]);

        List<string[]> corrected =
        [
            .. corrections
                .Skip(1)
                .Select(row => new[] { row[0], row[1], row[2], row[3], row[4], row[5], row[6] }),
        ];
        corrected[1][1] = "+79270000012";
        await _coordinator.SendsFile("исправлено.xlsx", RosterFiles.Workbook([.. corrected]));
        await _coordinator.Presses("✅ Применить");

        Assert.Equal(2, await CountOfEntries());
    }

    [Fact]
    public async Task A_csv_from_an_old_excel_is_read_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var csv =
            "ФИО;Телефон;Роль;Муниципалитет;Школы\r\nТюбиков Тюбик;89270000012;куратор;Кузнецк;СОШ №3\r\n";

        await _coordinator.SendsFile("реестр.csv", Encoding.GetEncoding(1251).GetBytes(csv));
        await _coordinator.Presses("✅ Применить");

        Assert.Equal(1, await CountOfEntries());
    }

    [Fact]
    public async Task Of_two_files_only_the_newer_can_be_applied()
    {
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        var old = _coordinator.Press("✅ Применить");
        await RosterFiles.Send(_world, 1004, RosterFiles.Tubik);

        await _world.Receive(old);

        Assert.Equal(0, await CountOfEntries());
        Assert.StartsWith("После этого файла вы прислали другой", _world.Channel.Toasts.Last().Toast);
    }

    [Fact]
    public async Task When_the_roster_has_changed_since_the_preview_nothing_is_applied_and_a_new_one_is_shown()
    {
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg, RosterFiles.Tubik);
        await RosterFiles.Import(_world, 1005, RosterFiles.Sneg);

        await _coordinator.Presses("✅ Применить");

        Assert.Equal(1, await CountOfEntries());
        Assert.Contains("без изменений: 1", Newcomers.LastTo(_world, _coordinator));
        await _coordinator.Presses("✅ Применить");
        Assert.Equal(2, await CountOfEntries());
    }

    [Fact]
    public async Task Whoever_has_lost_her_role_since_the_preview_applies_nothing()
    {
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        var press = _coordinator.Press("✅ Применить");
        await Change(
            role => role.Role == Role.MunicipalCoordinator,
            role => role.RevokedAt = _world.Clock.Now
        );

        await _world.Receive(press);

        Assert.Equal(0, await CountOfEntries());
    }

    [Fact]
    public async Task Somebody_elses_file_cannot_be_applied()
    {
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        var press = _coordinator.Press("✅ Применить");

        await _world.Receive(press with { AccountId = 1005 });
        Assert.Equal(0, await CountOfEntries());

        await _world.Receive(press with { PressId = "hers" });
        Assert.Equal(1, await CountOfEntries());
    }

    [Fact]
    public async Task A_file_that_is_gone_is_asked_for_again()
    {
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        Directory.Delete(_world.DataDirectory, recursive: true);

        await _coordinator.Presses("✅ Применить");

        Assert.Contains("Пришлите файл ещё раз", Newcomers.LastTo(_world, _coordinator));
        Assert.Equal(0, await CountOfEntries());
    }

    [Fact]
    public async Task Others_are_answered_while_a_file_is_fetched()
    {
        _world.Channel.RefuseDownload = _ =>
        {
            // Were the one writer held, this would wait for itself.
            var written = _world.UnitOfWork.Write(scope => Task.FromResult(true));
            Assert.True(written.Wait(TimeSpan.FromSeconds(10)));
            return null;
        };

        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);

        Assert.Contains("новых: 1", Newcomers.LastTo(_world, _coordinator));
    }

    [Fact]
    public async Task Whoever_is_in_the_bot_with_this_number_gets_the_role_at_once_and_loses_it_with_the_row()
    {
        await Newcomers.Add(_world, 3001, "Тюбик");
        await _world.UnitOfWork.Write(async scope =>
        {
            var person = await scope.Db.People.SingleAsync(person => person.Name == "Тюбик");
            person.Phone = "+79270000012";
            return true;
        });
        var tubik = new Phone(_world, 3001);

        await RosterFiles.Import(_world, 1004, RosterFiles.Sneg, RosterFiles.Tubik);
        Assert.Contains("куратор: СОШ №3 г. Кузнецка", Newcomers.LastTo(_world, tubik));
        Assert.Equal(["kuznetsk_sosh_3"], await SchoolsOf("Тюбик"));

        await RosterFiles.Import(
            _world,
            1004,
            RosterFiles.Sneg,
            ["Тюбиков Тюбик", "+79270000012", "куратор", "Кузнецк", "СОШ №10"]
        );
        Assert.Equal(["kuznetsk_sosh_10"], await SchoolsOf("Тюбик"));

        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        await _coordinator.Presses("Убрать тех, кого нет в файле");
        Assert.Empty(await SchoolsOf("Тюбик"));
        Assert.Equal(1, await CountOfEntries());
    }

    [Fact]
    public async Task The_audit_tells_of_the_import_and_of_every_role_without_a_name_or_a_number()
    {
        await RosterFiles.Import(_world, 1004, RosterFiles.Sneg, RosterFiles.Tubik);
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        await _coordinator.Presses("Убрать тех, кого нет в файле");

        var entries = await _world.Read(db => db.Audit.OrderBy(row => row.Sequence).ToListAsync());
        Assert.Equal(
            ["roster.added", "roster.added", "roster.imported", "roster.removed", "roster.imported"],
            entries.Select(row => row.What)
        );
        Assert.Equal("kuznetsk_sosh_16", entries[0].SchoolId);
        Assert.All(entries, row => Assert.Equal("kuznetsk", row.MunicipalityId));
        Assert.All(entries, row => Assert.DoesNotContain("ков", $"{row.Before}{row.After}{row.Title}"));
        Assert.IsType<AuditVerdict.Holds>(await _world.Read(db => AuditChain.Verify(db)));
    }

    [Theory]
    [InlineData("реестр.xlsx")]
    [InlineData("РЕЕСТР.XLSX")]
    [InlineData("реестр.csv")]
    public async Task A_file_is_read_by_what_it_holds_whatever_its_name_says(string name)
    {
        await _coordinator.SendsFile(name, RosterFiles.Workbook(RosterFiles.Sneg));

        Assert.Contains("новых: 1", Newcomers.LastTo(_world, _coordinator));
    }

    private Task<int> CountOfEntries() => _world.Read(db => db.RosterEntries.CountAsync());

    private Task<List<string?>> SchoolsOf(string name) =>
        _world.Read(db =>
            db.RoleAssignments.Where(role =>
                    role.RevokedAt == null
                    && db.People.Any(person => person.Id == role.PersonId && person.Name == name)
                )
                .Select(role => role.SchoolId)
                .ToListAsync()
        );

    private Task Change(Func<RoleAssignment, bool> which, Action<RoleAssignment> change) =>
        _world.UnitOfWork.Write(async scope =>
        {
            foreach (var role in (await scope.Db.RoleAssignments.ToListAsync()).Where(which))
                change(role);
            return true;
        });

    private async Task<byte[]> LastFile()
    {
        var path = _world
            .Channel.Heard.Last(heard => heard.Message.Kind == OutgoingKind.Document)
            .Message.FilePath!;
        await using var content = _world.Files.Open(path)!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static List<TableRow> ReadLast(byte[] file) =>
        [.. ((TableReading.Read)TableReader.Read(new MemoryStream(file))).Tables[0].Rows];
}
