using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tests.People.Roster;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

/// <summary>
/// Every command and every button × everybody in <see cref="Rights"/> × arguments of her own, of a foreign
/// school, municipality and region, and of nobody: it never fails, nobody reads a name that she may not know,
/// nobody changes what she may not change, and the audit has an entry for each change.
/// </summary>
public sealed partial class RightsMatrixTests : IAsyncLifetime
{
    /// <summary>So many inputs share the waiting for their answers.</summary>
    private const int AtOnce = 20;

    private const long Curator = 1001;
    private const long EveryRegion = 1005;
    private const long Stranger = 1006;

    private World _world = null!;
    private ButtonSamples _samples = null!;
    private List<Municipality> _municipalities = [];
    private List<School> _schools = [];

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        await Rights.AddMissing(_world);
        _world.Clock.Now = Transcript.MoscowTime("2022-07-01 10:00");
        _municipalities = await _world.Read(db => db.Municipalities.ToListAsync());
        _schools = await _world.Read(db => db.Schools.ToListAsync());
        await RosterFiles.Send(_world, 1004, RosterFiles.Sneg);
        await ReviewSamples.Add(_world);
        await RegisterSamples.Add(_world);
        _samples = await ButtonSamples.For(
            _world,
            await Requests(),
            await Invitations(),
            await Announcements(),
            await HelpRequests(),
            await Plans()
        );
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<long> Cast => [.. Rights.All.Select(who => who.Account)];

    [Fact]
    public async Task Every_command_is_for_those_in_the_table_and_for_nobody_else()
    {
        Assert.Equal(
            _world.Catalogue.Commands.Select(command => command.Name).Order(),
            Rights.Commands.Keys.Order()
        );
        foreach (var who in Rights.All)
        {
            var asker = await AskerOf(who.Account);
            foreach (var command in _world.Catalogue.Commands)
                Assert.True(
                    command.IsFor(asker) == Rights.Commands[command.Name](who),
                    $"/{command.Name} × {who}"
                );
        }
    }

    [Fact]
    public void Every_action_has_samples_of_its_arguments()
    {
        var actions = _world.Services.GetServices<IAction>().SelectMany(action => action.Names);
        Assert.Equal(
            actions.Append(FormEngine.ActionName).Append(Reception.CommandActionName).Order(),
            _samples.Prefixes.Order()
        );
    }

    [Theory]
    [MemberData(nameof(Cast))]
    public async Task Every_command_tells_a_person_only_what_she_may_know(long account)
    {
        var phone = new Phone(_world, account);
        foreach (var some in Commands().Chunk(AtOnce))
            await Hear(account, some.Select(command => (command, phone.Message() with { Text = command })));
        await AssertNothingFailed();
    }

    [Theory]
    [MemberData(nameof(Cast))]
    public async Task Every_button_tells_a_person_only_what_she_may_know(long account)
    {
        List<string> actions =
        [
            .. await TeamDraftsOf(account),
            .. await DraftsOf(account),
            .. _samples.Actions,
        ];
        var buttons = await Place(account, actions);
        var phone = new Phone(_world, account);
        foreach (var some in actions.Index().Chunk(AtOnce))
            await Hear(
                account,
                some.Select(one => (one.Item, phone.PressData(ButtonId.Of(buttons, one.Index))))
            );
        await AssertNothingFailed();
        await AssertNothingForeignChanged(account);
    }

    [Fact]
    public async Task In_a_group_nobody_hears_anything_of_anybody()
    {
        await using var world = await World.Open(also: services =>
            services.AddSingleton(new LimitsOptions { GroupAnswersPerMinute = int.MaxValue })
        );
        var texts = world.Services.GetRequiredService<TextCatalogue>();
        string[] arguments = ["", "Кузнецк", "СОШ №3", "Примерова"];
        foreach (var account in new[] { Curator, EveryRegion, Stranger })
        foreach (var command in world.Catalogue.Commands)
        foreach (var argument in arguments)
            await new Phone(world, account).SaysInGroup($"/{command.Name} {argument}");
        await new Phone(world, EveryRegion).SaysInGroup("Кузнецк");

        Assert.NotEmpty(world.Channel.Heard);
        Assert.All(
            world.Channel.Heard,
            heard =>
                Assert.Equal(
                    (Phone.Group, texts.Plain("reception.group")),
                    (heard.ChatId, heard.Message.Text.Text)
                )
        );
    }

    /// <summary>All that she changed was hers to change, and each change has its entry in the audit.</summary>
    private async Task AssertNothingForeignChanged(long account)
    {
        var who = Rights.Of(account);
        var changes = who.IsStranger ? [] : await Changes.Of(_world, who);
        Assert.All(changes, change => Assert.True(change.May, $"{who}: {change}"));
        Assert.Equal(
            who.Works && who.IsWide,
            changes.Exists(change => change.Kind == "obligation.closed" && who.IsWide)
        );
        // A municipal coordinator has let all those go by then whom she could remind.
        var reminds = who.Works && (who.Everything || who.Regions.Length > 0);
        Assert.Equal(reminds, changes.Exists(change => change.Kind == "debtor.reminded"));
        // Whoever may end roles has ended those of all whom she could address.
        if (!who.Admits)
            Assert.Equal(
                who.Works && who.IsWide,
                changes.Exists(change => change.Kind == "announcement.cancelled")
            );
        Assert.Equal(who.Admits, changes.Exists(change => change.Kind == "request.accepted"));
        Assert.Equal(who.Admits, changes.Exists(change => change.Kind == "invitation.revoked"));
        Assert.Equal(who.Admits, changes.Exists(change => change.Kind == "role.ended"));
        Assert.Equal(who.Admits, changes.Exists(change => change.Kind == "event.accepted"));
        Assert.Equal(who.Admits, changes.Exists(change => change.Kind == "event.corrected"));
        Assert.Equal(who.Leads, changes.Exists(change => change.Kind == "task.confirmed"));
        Assert.Equal(who.Account == 1002, changes.Exists(change => change.Kind == "help.solved"));
        var noted = (await Changes.NotedOf(_world, who)).Where(kind => kind != "consent.given");
        Assert.Equal(
            changes.Select(change => change.Kind).Order(StringComparer.Ordinal),
            noted
                .Where(kind => !kind.StartsWith("forgery.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        Assert.IsType<AuditVerdict.Holds>(await _world.Read(db => AuditChain.Verify(db)));
    }

    private async Task<Asker> AskerOf(long account) =>
        await _world.Read(db => PeopleDirectory.Read(db, _world.Channel.Name, account))
        ?? new Asker(0, null, Consented: false, [], Asker.DefaultTimeZone);

    /// <summary>
    /// A draft of hers at every step of every form, and one of somebody else: presses on them that name what
    /// she may not choose.
    /// </summary>
    private async Task<IReadOnlyList<string>> DraftsOf(long account)
    {
        var person = await _world.Read(db => PeopleDirectory.Read(db, _world.Channel.Name, account));
        var obligation = await _world.Read(db =>
            db.Obligations.Where(row => row.OwnerId == ButtonSamples.Schools[0])
                .Select(row => row.Id)
                .FirstAsync()
        );
        var foreign = Draft(long.MaxValue, "report", "school", obligation);
        var steps = Steps()
            .Where(_ => person is not null)
            .Select(step =>
                (step.Place, step.Verbs, Session: Draft(person!.PersonId, step.Form, step.Key, obligation))
            )
            .ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Sessions.Add(foreign);
            scope.Db.Sessions.AddRange(steps.Select(step => step.Session));
            return scope.Db.SaveChangesAsync();
        });
        return
        [
            .. steps.SelectMany(step =>
                step.Verbs.Select(verb => $"form:{step.Session.Id}:1:{verb}:{step.Place}")
            ),
            .. new[] { "resume", "remove", "restore" }.Select(verb => $"draft.{verb}:{foreign.Id}"),
            $"draft.removeForSure:{foreign.Id}.1",
        ];
    }

    private IEnumerable<string> Commands() =>
        from name in _world.Catalogue.Commands.Select(command => command.Name).Append("cancel")
        from argument in ButtonSamples
            .Nonsense.Concat(ButtonSamples.Schools)
            .Concat(ButtonSamples.Municipalities)
            .Concat(
                _municipalities
                    .Where(row => ButtonSamples.Municipalities.Contains(row.Id))
                    .Select(row => row.Name)
            )
            .Concat(
                _schools.Where(row => ButtonSamples.Schools.Contains(row.Id)).Select(row => row.ShortName)
            )
        select $"/{name} {argument}";
}
