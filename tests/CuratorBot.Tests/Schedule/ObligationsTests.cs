using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Tests.Seed;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Schedule;

public sealed class ObligationsTests : IAsyncLifetime
{
    private SeededDb _seeded = null!;
    private List<Obligation> _all = [];
    private List<School> _schools = [];

    public async Task InitializeAsync()
    {
        _seeded = await SeededDb.FilledAsync();
        await using var db = _seeded.Open();
        _all = await db.Obligations.ToListAsync();
        _schools = await db.Schools.ToListAsync();
    }

    public async Task DisposeAsync() => await _seeded.DisposeAsync();

    [Fact]
    public void Schools_of_group_1_owe_by_21_February_and_their_authorities_a_week_later()
    {
        var ofSchools = Of("group1_task1", OwnerKind.School);
        var ofAuthorities = Of("group1_task1", OwnerKind.Municipality);
        var groupOne = _schools.Where(school => school.Group == 1).ToList();

        Assert.Equal(
            groupOne.Select(school => school.Id).Order(),
            ofSchools.Select(row => row.OwnerId).Order()
        );
        Assert.All(ofSchools, row => Assert.Equal(new DateOnly(2022, 2, 21), row.DueOn));
        Assert.Equal(
            groupOne.Select(school => school.MunicipalityId).OfType<string>().Distinct().Order(),
            ofAuthorities.Select(row => row.OwnerId).Order()
        );
        Assert.All(ofAuthorities, row => Assert.Equal(new DateOnly(2022, 2, 28), row.DueOn));
        Assert.Empty(Of("group1_task1", OwnerKind.Region));
    }

    [Fact]
    public void An_authority_without_a_school_of_the_group_owes_nothing()
    {
        Assert.DoesNotContain(
            Of("group3_task1", OwnerKind.Municipality),
            row => row.OwnerId == "bashmakovskiy"
        );
        Assert.Contains(Of("group3_task1", OwnerKind.Municipality), row => row.OwnerId == "kuznetsk");
    }

    [Fact]
    public void Every_participant_owes_the_upload_and_nobody_else_does()
    {
        var upload = Of("concept_documents_upload", OwnerKind.School);
        Assert.Equal(_schools.Count(school => school.Part == School.Participant), upload.Count);
        Assert.DoesNotContain(upload, row => row.OwnerId is "kuznetsk_sosh_5" or "mariinsk_sosh_6");
        Assert.All(upload, row => Assert.Equal(new DateOnly(2022, 3, 30), row.DueOn));
        Assert.Equal("Asia/Novokuznetsk", upload.Single(row => row.OwnerId == "tyumenevskaya_oosh").TimeZone);
    }

    [Fact]
    public void Only_the_task_for_those_who_need_it_is_optional()
    {
        Assert.Equal(["group2_task1"], _all.Where(row => row.Optional).Select(row => row.TaskId).Distinct());
        Assert.False(Of("group2_task1", OwnerKind.School)[0].IsOverdue(new DateOnly(2022, 12, 31)));
    }

    [Fact]
    public void Doubtful_dates_are_written_down_and_asleep()
    {
        Assert.Equal(
            ["documents_expertise_all_levels", "regional_roadmaps_monitoring"],
            _all.Where(row => !row.Active).Select(row => row.TaskId).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                "Кемеровская область — Кузбасс",
                "Пензенская область",
                "Республика Калмыкия",
                "Рязанская область",
            ],
            Of("regional_roadmaps_monitoring", OwnerKind.Region)
                .Select(row => row.OwnerId)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            Of("regional_roadmaps_monitoring", OwnerKind.Region),
            row => Assert.Null(row.MunicipalityId)
        );
    }

    [Fact]
    public void Nobody_here_owes_what_the_federal_coordinator_does() =>
        Assert.DoesNotContain(
            _all,
            row => row.TaskId is "concept_documents_expertise" or "concept_documents_monitoring"
        );

    [Fact]
    public void An_unplaced_school_lives_by_the_clock_of_its_region()
    {
        var owed = _all.Where(row => row.OwnerId == "serp_i_molot_sosh").ToList();
        Assert.NotEmpty(owed);
        Assert.All(owed, row => Assert.Equal((null, "Europe/Moscow"), (row.MunicipalityId, row.TimeZone)));
    }

    [Fact]
    public void A_region_lives_by_the_zone_of_most_of_its_municipalities()
    {
        Municipality[] municipalities =
        [
            Place("a", "Asia/Omsk"),
            Place("b", "Asia/Tomsk"),
            Place("c", "Asia/Tomsk"),
        ];
        School[] schools = [At(null)];
        var task = new ProjectTask
        {
            Id = "t",
            Year = 2022,
            Order = 1,
            Title = "t",
            DueOnForRegions = new(2022, 6, 1),
        };

        var owed = Assert.Single(new Obligations(municipalities, schools, _seeded.Ids).Of(task));
        Assert.Equal("Asia/Tomsk", owed.TimeZone);
    }

    [Fact]
    public void What_no_school_has_to_do_with_every_authority_of_the_region_owes()
    {
        var task = new ProjectTask
        {
            Id = "t",
            Year = 2022,
            Order = 1,
            Title = "t",
            Region = "край",
            DueOnForMunicipalities = new(2022, 6, 1),
            DueOnForRegions = new(2022, 7, 1),
        };
        Municipality[] municipalities = [Place("a", "Asia/Omsk"), Place("b", "Asia/Omsk"), Elsewhere()];

        Assert.Equal(["a", "b", "край"], Owing(municipalities, [At("a")], task));
        Assert.Equal(["a", "b", "край"], Owing(municipalities, [], task));
        Assert.Equal(["b", "край"], Owing(municipalities, [], In(task, "b")));
    }

    [Fact]
    public void What_is_about_schools_only_an_authority_with_such_a_school_owes()
    {
        var task = new ProjectTask
        {
            Id = "t",
            Year = 2022,
            Order = 1,
            Title = "t",
            DueOnForSchools = new(2022, 6, 1),
            DueOnForMunicipalities = new(2022, 6, 8),
        };

        Assert.Equal(["a", "s"], Owing([Place("a", "Asia/Omsk"), Place("b", "Asia/Omsk")], [At("a")], task));
    }

    private IEnumerable<string> Owing(Municipality[] municipalities, School[] schools, ProjectTask task) =>
        new Obligations(municipalities, schools, _seeded.Ids)
            .Of(task)
            .Select(row => row.OwnerId)
            .Order(StringComparer.Ordinal);

    private static ProjectTask In(ProjectTask task, string municipality) =>
        new()
        {
            Id = task.Id,
            Year = task.Year,
            Order = task.Order,
            Title = task.Title,
            Region = task.Region,
            MunicipalityId = municipality,
            DueOnForMunicipalities = task.DueOnForMunicipalities,
            DueOnForRegions = task.DueOnForRegions,
        };

    private static Municipality Elsewhere() =>
        new()
        {
            Id = "c",
            Name = "c",
            Kind = "city",
            Region = "область",
            TimeZone = "Asia/Omsk",
        };

    [Fact]
    public void A_region_of_unknown_zone_is_refused()
    {
        var task = new ProjectTask
        {
            Id = "t",
            Year = 2022,
            Order = 1,
            Title = "t",
            DueOnForSchools = new(2022, 6, 1),
        };
        var obligations = new Obligations([], [At(null)], _seeded.Ids);
        Assert.Throws<InvalidOperationException>(() => obligations.Of(task));
    }

    private List<Obligation> Of(string task, OwnerKind kind) =>
        [.. _all.Where(row => row.TaskId == task && row.OwnerKind == kind)];

    private static Municipality Place(string id, string zone) =>
        new()
        {
            Id = id,
            Name = id,
            Kind = "city",
            Region = "край",
            TimeZone = zone,
        };

    private static School At(string? municipality) =>
        new()
        {
            Id = "s",
            Name = "s",
            ShortName = "s",
            Region = "край",
            MunicipalityId = municipality,
            MunicipalityDerivation = "unknown",
            Part = School.Participant,
        };
}
