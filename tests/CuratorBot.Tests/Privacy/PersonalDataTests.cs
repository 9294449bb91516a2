using CuratorBot.Events;
using CuratorBot.Events.Reporting;
using CuratorBot.Privacy;
using CuratorBot.Registers;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Privacy;

/// <summary>
/// Whoever adds a column says in <c>deploy/personal-data.md</c> whether it is about a person, and if so what it
/// is for; whoever adds a table says in <see cref="PersonalTables"/> whose rows it holds.
/// </summary>
public sealed class PersonalDataTests : IAsyncLifetime
{
    private World _world = null!;
    private IModel _model = null!;
    private TextCatalogue _texts = null!;
    private ReportFields _reports = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open(seeded: false);
        _model = await _world.Read(db => Task.FromResult(db.Model));
        _texts = _world.Services.GetRequiredService<TextCatalogue>();
        _reports = _world.Services.GetRequiredService<ReportFields>();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void Every_column_is_said_to_be_about_a_person_or_about_nobody()
    {
        var columns = ColumnsOf(_model).ToHashSet();
        var said = Said();

        Assert.True(columns.Count > 150);
        Assert.Equal("", string.Join(", ", columns.Except(said.OfPeople.Keys).Except(said.OfNobody)));
        Assert.Empty(said.OfPeople.Keys.Concat(said.OfNobody).Except(columns));
        Assert.Empty(said.OfPeople.Keys.Intersect(said.OfNobody));
    }

    [Fact]
    public void Each_personal_column_has_purpose_ground_term_and_an_end() =>
        Assert.All(
            Said().OfPeople,
            field =>
                Assert.True(field.Value.Length == 4 && field.Value.All(cell => cell.Length > 2), field.Key)
        );

    [Fact]
    public void A_column_that_nobody_has_classified_is_seen()
    {
        var said = PersonalFields.Parse(["| `people`: Name | a | b | c | d |", "- `people`: Id"]);

        Assert.Equal(["people.Name"], said.OfPeople.Keys);
        Assert.Equal(["people.Id"], said.OfNobody);
        Assert.Contains("people.Phone", ColumnsOf(_model).Except(said.OfPeople.Keys).Except(said.OfNobody));
    }

    [Fact]
    public void Every_table_is_known_to_hold_something_of_people_or_nothing()
    {
        var known = PersonalTables
            .All.Select(table => table.Entity)
            .Concat(PersonalTables.OfNobody)
            .Concat(_model.GetEntityTypes().Select(entity => entity.ClrType).Where(IsRegister))
            .ToHashSet();

        Assert.Equal(
            _model.GetEntityTypes().Select(entity => entity.ClrType.Name).Order(),
            known.Select(type => type.Name).Order()
        );
    }

    [Fact]
    public void All_that_is_shown_to_her_has_a_word_of_its_own()
    {
        foreach (var table in PersonalTables.All)
        {
            var columns = table.ColumnsOf(_model).ToList();
            var keys = columns
                .Select(column => PersonalWords.KeyOf(_texts, _reports, table.Name, column))
                .Append($"mydata.tables.{table.Name}.title");
            Assert.All(keys.Concat(columns.SelectMany(WordsOf)), key => Assert.True(_texts.Has(key), key));
        }
    }

    [Fact]
    public void A_personal_column_is_shown_to_her_unless_it_is_an_id_or_belongs_to_somebody_else()
    {
        var shown = PersonalTables
            .All.SelectMany(table => table.ColumnsOf(_model))
            .Select(NameOf)
            .ToHashSet();

        Assert.Equal(NotShown.Order(), Said().OfPeople.Keys.Except(shown).Order());
    }

    /// <summary>By which a row is hers, and what only the bot can read.</summary>
    private static readonly string[] NotShown =
    [
        "announcement_deliveries.PersonId",
        "announcements.AuthorId",
        "audit.PersonId",
        "audit.Salt",
        "audit.SubjectId",
        "consents.AskedAgainFor",
        "consents.PersonId",
        "event_report_corrections.AuthorId",
        "event_report_files.FileId",
        "event_report_files.Sha256",
        "event_report_files.StoredAs",
        "event_reports.AuthorId",
        "help_cards.PersonId",
        "help_messages.AuthorId",
        "help_nudges.PersonId",
        "inbox.AccountId",
        "join_request_cards.PersonId",
        "join_requests.PersonId",
        "long_tasks.PersonId",
        "morning_wishes.PersonId",
        "obligations.DoneBy",
        "obligations.EvidenceSha256",
        "obligations.EvidenceStoredAs",
        "outbox.ChatId",
        "outbox.CreatedAt",
        "outbox.MessageId",
        "outbox.PersonId",
        "pauses.ChatId",
        "plan_cards.PersonId",
        "planned_events.AuthorId",
        "register_changes.ActorId",
        "register_files.AddedBy",
        "register_files.FileId",
        "register_files.Sha256",
        "register_files.StoredAs",
        "reminder_cards.PersonId",
        "reminders.PersonId",
        "review_cards.PersonId",
        "review_nudges.PersonId",
        "role_assignments.PersonId",
        "roster_entries.PersonId",
        "sessions.PersonId",
        "tasks.CancelledBy",
        "tasks.ConfirmedBy",
        "uploads.PersonId",
        "wrong_codes.PersonId",
    ];

    private static IEnumerable<string> WordsOf(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return !type.IsEnum ? []
            : type == typeof(CuratorBot.People.Role)
                ? Enum.GetNames(type).Select(name => $"people.roles.{name}")
            : Enum.GetNames(type).Select(name => $"mydata.values.{type.Name}.{name}");
    }

    /// <summary>A row of a register is about a school or a municipality: a register has no field for a person.</summary>
    private static bool IsRegister(Type row) => row.IsSubclassOf(typeof(RegisterRow));

    private IEnumerable<string> ColumnsOf(IModel model) =>
        model
            .GetEntityTypes()
            .Where(entity => !IsRegister(entity.ClrType))
            .SelectMany(entity => entity.GetProperties())
            .Select(NameOf);

    /// <summary>What a report can tell is not named column by column: its list of fields says what it is.</summary>
    private string NameOf(IProperty column)
    {
        var table = ((IEntityType)column.DeclaringType).GetTableName();
        var field = column.DeclaringType.ClrType == typeof(EventReport) ? _reports.KeptIn(column.Name) : null;
        return field is null ? $"{table}.{column.Name}"
            : field.IsFreeText ? $"{table}.texts of its fields"
            : $"{table}.other fields";
    }

    private static PersonalFields Said() => PersonalFields.Parse(File.ReadLines(FileOf()));

    private static string FileOf()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CuratorBot.sln")))
                return Path.Combine(at.FullName, "deploy", "personal-data.md");
        throw new DirectoryNotFoundException("CuratorBot.sln");
    }
}
