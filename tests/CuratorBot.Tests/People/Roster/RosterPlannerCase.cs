using CuratorBot.People;
using CuratorBot.Roster;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;

namespace CuratorBot.Tests.People.Roster;

/// <summary>What each row of a file comes to.</summary>
public abstract class RosterPlannerCase : IAsyncLifetime
{
    protected const long Kuznetsk = 1004;
    protected const long Region = 1005;

    private static readonly TextCatalogue Texts = TextCatalogue.LoadRussian();

    protected World World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await Support.World.Open();

    public async Task DisposeAsync() => await World.DisposeAsync();

    protected static readonly RosterRow Tubik = Row(
        1,
        "Тюбиков Тюбик",
        "+79270000012",
        "куратор",
        "Кузнецк",
        "СОШ №3"
    );

    protected static RosterRow Row(
        int number,
        string name,
        string phone,
        string role,
        string municipality,
        string schools,
        string email = ""
    ) => new(number, name, phone, role, municipality, schools, email);

    private protected Task<RosterPlan> Plan(long account, params RosterRow[] rows) =>
        Plan(account, RosterNamesakes.Unknown, rows);

    private protected Task<RosterPlan> Plan(
        long account,
        RosterNamesakes namesakes,
        params RosterRow[] rows
    ) =>
        World.Read(async db =>
        {
            var who = await PeopleDirectory.Read(db, World.Channel.Name, account);
            var index = await new NameIndexCache().For(db, 1);
            return await RosterPlanner.Plan(db, index, RosterScope.Of(who!), rows, namesakes, Texts);
        });
}
