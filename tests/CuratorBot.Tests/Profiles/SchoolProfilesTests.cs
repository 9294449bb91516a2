using CuratorBot.Profiles;
using CuratorBot.Registers;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Profiles;

/// <summary>What a school is in the project is changed by a coordinator, and everything else follows.</summary>
public sealed class SchoolProfilesTests : IAsyncLifetime
{
    private const string School = "kuznetsk_sosh_3";

    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Every_school_has_one_profile_that_says_what_is_known_of_it()
    {
        var (schools, profiles) = await _world.Read(async db =>
            (await db.Schools.ToListAsync(), await db.Set<SchoolProfile>().ToListAsync())
        );

        Assert.Equal(
            schools.Select(row => (row.Id, row.Group, row.FailureLevel, row.Part)).Order(),
            profiles.Select(row => (row.SchoolId!, row.Group, row.FailureLevel, row.Part!)).Order()
        );
    }

    [Fact]
    public async Task A_school_that_leaves_the_project_owes_nothing_that_is_still_to_come_and_all_of_it_when_it_is_back()
    {
        var before = await StillOwed();
        Assert.NotEmpty(before);

        await Correct("Участие", "Не участвует");
        Assert.Empty(await StillOwed());
        Assert.Equal("not_in_project", (await Kept()).Part);

        await Correct("Участие", "Участник проекта");
        Assert.Equal(before, await StillOwed());
    }

    [Fact]
    public async Task A_correction_keeps_who_changed_what_and_since_when_it_is_so()
    {
        await Correct("Уровень неуспешности", "1");

        var change = await _world.Read(db =>
            db.Set<RegisterChange>().SingleAsync(row => row.Register == "profiles")
        );
        Assert.Equal(("failureLevel", "1", 2), (change.Field, change.After, change.Version));
        Assert.Equal(1, (await Kept()).FailureLevel);
        var profile = await _world.Read(db =>
            db.Set<SchoolProfile>().SingleAsync(row => row.SchoolId == School)
        );
        Assert.Equal((new DateOnly(2022, 1, 17), 1), (profile.AsOf, profile.FailureLevel));
    }

    [Fact]
    public async Task A_curator_reads_the_profiles_of_her_schools_and_changes_none()
    {
        var curator = new Phone(_world, 1001);
        await curator.Says("/registers");
        await curator.Presses("Школы");
        Assert.False(curator.Sees("➕ Добавить"));
        await curator.Presses("1");

        Assert.False(curator.Sees("✏️ Исправить"));
        Assert.True(curator.Sees("🕘 История"));
    }

    /// <param name="value">A button, or a number that is typed.</param>
    private async Task Correct(string label, string value)
    {
        var coordinator = new Phone(_world, 1004);
        await coordinator.Says("/status СОШ №3 Кузнецк");
        await coordinator.Presses("🗂 Реестры");
        await coordinator.Presses("Школы");
        await coordinator.Presses("1");
        await coordinator.Presses("✏️ Исправить");
        await coordinator.Presses("✏️ Исправить");
        await coordinator.Presses(label);
        await (char.IsAsciiDigit(value[0]) ? coordinator.Says(value) : coordinator.Presses(value));
        await coordinator.Presses("✅ Сохранить");
    }

    private Task<CuratorBot.Schools.School> Kept() =>
        _world.Read(db => db.Schools.SingleAsync(row => row.Id == School));

    private Task<List<string>> StillOwed() =>
        _world.Read(db =>
            db.Obligations.Where(row =>
                    row.OwnerKind == OwnerKind.School
                    && row.OwnerId == School
                    && row.DoneAt == null
                    && row.DueOn >= new DateOnly(2022, 1, 17)
                )
                .OrderBy(row => row.TaskId)
                .Select(row => row.TaskId)
                .ToListAsync()
        );
}
