using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Architecture;

public sealed class ArrowsTests
{
    private static readonly string Product = Repository.File("src", "CuratorBot");

    /// <summary>The catalogue of tables alone knows everything.</summary>
    private static readonly Lazy<CompiledArrows> Compiled = new(() =>
        CompiledArrows.In(typeof(CuratorBotSetup).Assembly, "CuratorBot", "CuratorBot.Data.CuratorBotDb")
    );

    private static readonly Lazy<CompiledArrows> Samples = new(() =>
        CompiledArrows.In(typeof(ArrowsTests).Assembly, "CuratorBot.Host.Tests.Architecture.Samples")
    );

    [Fact]
    public void Every_arrow_of_the_product_points_the_right_way()
    {
        Assert.True(Compiled.Value.All.Count > 1000);
        Assert.Empty(Compiled.Value.Wrong(Arrows.MayKnow));
    }

    [Fact]
    public void No_arrows_lead_round_in_a_circle() => Assert.Empty(Compiled.Value.Circles());

    [Fact]
    public void Every_part_has_a_rule_and_every_rule_a_part()
    {
        var parts = Directory
            .EnumerateDirectories(Product)
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"));

        Assert.Equal(parts.Order(), Arrows.MayKnow.Keys.Order());
    }

    [Fact]
    public void An_arrow_within_a_body_is_seen()
    {
        var wrong = Samples.Value.Wrong(
            new Dictionary<string, string[]> { ["Left"] = [], ["Right"] = ["Left"] }
        );

        Assert.StartsWith("Left must not know Right: ", Assert.Single(wrong));
    }

    [Fact]
    public void A_circle_is_seen() =>
        Assert.Equal(["Left, Right, Left", "Right, Left, Right"], Samples.Value.Circles().Order());

    [Fact]
    public void Status_writes_nothing_but_how_far_its_documents_are()
    {
        var status = Sources(Product)
            .Where(file => file.Path.StartsWith("Status/", StringComparison.Ordinal))
            .Where(file => file.Path != "Status/Documents/StatusProjector.cs")
            .ToList();

        Assert.NotEmpty(status);
        Assert.Empty(status.SelectMany(file => Arrows.WritesIn(file.Path, file.Source)));
    }

    [Fact]
    public void Whether_she_may_is_asked_of_a_scope()
    {
        var files = Sources(Product);

        Assert.Empty(files.SelectMany(file => Arrows.QuestionsToRolesIn(file.Path, file.Source)));
    }

    [Fact]
    public void A_question_to_the_roles_is_seen()
    {
        const string source =
            "turn.Who.Is(Role.Curator) || who.Roles.Any(held => held.Role == Role.Director)";

        Assert.Equal(2, Arrows.QuestionsToRolesIn("Status/Wrong.cs", source).Count());
    }

    [Fact]
    public void Nobody_but_the_audit_touches_its_entries()
    {
        var files = Sources(Product);

        Assert.Empty(files.SelectMany(file => Arrows.AuditEntriesIn(file.Path, file.Source)));
    }

    [Fact]
    public void An_entry_that_goes_round_the_trail_is_seen()
    {
        const string source = "turn.Db.Audit.Add(new AuditEntry());";

        Assert.Equal(2, Arrows.AuditEntriesIn("People/Wrong.cs", source).Count());
    }

    [Fact]
    public void A_status_that_writes_is_seen()
    {
        const string source =
            "await turn.Db.Obligations.ExecuteUpdateAsync(change); turn.Db.Schools.Remove(school);";

        Assert.Equal(2, Arrows.WritesIn("Status/Wrong.cs", source).Count());
    }

    [Fact]
    public void The_product_knows_no_messenger_no_web_and_no_database_provider()
    {
        var known = ReferencesOf(typeof(CuratorBotSetup));

        Assert.DoesNotContain(known, name => name.StartsWith("CuratorBot.", StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name.Contains("AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_playground_knows_only_the_Bot_API()
    {
        var known = ReferencesOf(typeof(global::CuratorBot.Playground.PlaygroundWorld));

        Assert.DoesNotContain(known, name => name.StartsWith("CuratorBot", StringComparison.Ordinal));
    }

    private static List<string> ReferencesOf(Type type) =>
        [.. type.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];

    private static List<(string Path, string Source)> Sources(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), file))
                .Where(file =>
                    !file.Path.StartsWith("obj/", StringComparison.Ordinal)
                    && !file.Path.StartsWith("bin/", StringComparison.Ordinal)
                )
                .Select(file => (file.Path, File.ReadAllText(file.file))),
        ];
}
