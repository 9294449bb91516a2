using System.Text.Json;
using CuratorBot.Advice;
using CuratorBot.Announcements;
using CuratorBot.Audit;
using CuratorBot.Conversations;
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
public sealed class RightsMatrixTests : IAsyncLifetime
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
        _samples = await ButtonSamples.For(
            _world,
            await Requests(),
            await Invitations(),
            await Announcements(),
            await HelpRequests()
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

    /// <summary>
    /// Changes of everybody's roles and every school's helpers, filled in to the last answer: what is left is
    /// the press that sends them.
    /// </summary>
    private async Task<IReadOnlyList<string>> TeamDraftsOf(long account)
    {
        if (await _world.Read(db => PeopleDirectory.Read(db, _world.Channel.Name, account)) is not { } person)
            return [];
        var people = await _world.Read(db =>
            db.People.Where(row => row.Name != null)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .ToListAsync()
        );
        var schools = ButtonSamples.Schools;
        List<Session> drafts =
        [
            .. people.Select(id => Filled(person.PersonId, "team.end", $"{id}", ("role", "all"))),
            .. people
                .Zip(schools)
                .Select(pair =>
                    Filled(person.PersonId, "team.assign", pair.Second, ("curator", $"{pair.First}"))
                ),
            .. schools.Select(
                (id, place) =>
                    Filled(
                        person.PersonId,
                        "team.helper",
                        id,
                        ("school", schools[(place + 1) % schools.Length])
                    )
            ),
        ];
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Sessions.AddRange(drafts);
            return scope.Db.SaveChangesAsync();
        });
        return [.. drafts.Select(draft => $"form:{draft.Id}:1:send:")];
    }

    private Session Filled(long person, string form, string subject, (string Key, string Value) answer)
    {
        var sheet = new AnswerSheet { Subject = subject, Skipped = ["order"] };
        sheet.Answers[answer.Key] = new Answer(answer.Value, answer.Value);
        var draft = Draft(person, form, FormEngine.SummaryStep, 0);
        draft.Sheet = sheet.ToJson();
        return draft;
    }

    /// <summary>
    /// Whoever asks to be let in, or says where a seminar was held, may choose among all places: their names are
    /// public.
    /// </summary>
    private IEnumerable<(string Form, string Key, string Place, string[] Verbs)> Steps() =>
        from form in _world.Services.GetServices<Form>()
        from key in form.Questions.Select(question => question.Key).Append(FormEngine.SummaryStep)
        where !(form.Name is "join" or "invited" && key != "role" && key != FormEngine.SummaryStep)
        where key != "host"
        from place in ButtonSamples.Schools.Concat(ButtonSamples.Municipalities)
        let isFirst = place == ButtonSamples.Schools[0]
        select (form.Name, key, place, isFirst ? new[] { "pick", "fix", "send" } : ["pick"]);

    private Session Draft(long person, string form, string step, long obligation) =>
        new()
        {
            Id = _world.Ids.Next(),
            PersonId = person,
            Form = form,
            Version = 1,
            Step = step,
            Sheet = new AnswerSheet { Subject = form == "proof" ? $"Link:{obligation}" : null }.ToJson(),
            Turn = 1,
            StartedAt = _world.Clock.Now,
            UpdatedAt = _world.Clock.Now,
            ExpiresAt = _world.Clock.Now.AddDays(30),
            LookAt = _world.Clock.Now.AddHours(3),
        };

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

    /// <summary>Sends some inputs one behind the other, and looks at all that is said to her after them.</summary>
    private async Task Hear(long account, IEnumerable<(string Input, IncomingMessage Message)> inputs)
    {
        var (heard, toasts) = (_world.Channel.Heard.Count, _world.Channel.Toasts.Count);
        var sent = inputs.ToList();
        await _world.AcceptInOrder(sent.Select(one => one.Message));
        await _world.Settle();
        var words = _world
            .Channel.Heard.Skip(heard)
            .Where(one => one.ChatId == account && one.Message.Kind != OutgoingKind.Menu)
            .Select(one => Words(one.Message))
            .Concat(_world.Channel.Toasts.Skip(toasts).Select(one => one.Toast).OfType<string>())
            .Distinct();
        var who = Rights.Of(account);
        var after = string.Join(" · ", sent.Select(one => one.Input));
        foreach (var one in words)
        {
            AssertNothingForeign(who, one, after);
            if (who.IsStranger)
                Assert.True(IsForStrangers(one), $"{after} → {one}");
        }
    }

    /// <summary>No name of a municipality or school that she may not see; her own are taken out first.</summary>
    private void AssertNothingForeign(Rights who, string words, string after)
    {
        if (who.Everything)
            return;
        foreach (var own in _schools.Where(who.Sees))
            words = words
                .Replace(own.ShortName, "", StringComparison.Ordinal)
                .Replace(own.Name, "", StringComparison.Ordinal);
        var around = _schools.Where(row => who.Schools.Contains(row.Id)).Select(row => row.MunicipalityId);
        var foreign = _municipalities
            .Where(row => !who.Sees(row) && !around.Contains(row.Id))
            .Select(row => row.Name)
            .Concat(_schools.Where(row => !who.Sees(row)).Select(row => row.ShortName));
        foreach (var name in foreign.Where(name => words.Contains(name, StringComparison.Ordinal)))
            Assert.Fail($"{who} hears of {name}: {words}\nafter one of {after}");
    }

    private static readonly string[] ForStrangers =
    [
        "reception.strangers",
        "reception.unknownCommand",
        "help.stranger",
        "consent.greeting",
        "consent.text",
        "consent.agreed",
        "consent.refused",
        "mydata.nothing",
        "mydata.withdraw.confirm",
        "mydata.erase.confirm",
        "join.role.ask",
        "join.notYours",
        "invited.unknown",
        "invited.paused",
        "forms.stale",
        "drafts.gone",
        "drafts.none",
        "forms.pressAButton",
        "forms.nothingToCancel",
        "forms.cancelled",
        "forms.help",
    ];

    private bool IsForStrangers(string words)
    {
        var texts = _world.Services.GetRequiredService<TextCatalogue>();
        return words.Length == 0
            || ForStrangers.Any(key => words.Contains(texts.Plain(key), StringComparison.Ordinal));
    }

    private static string Words(OutgoingMessage message) =>
        string.Join(
            '\n',
            [message.Text.Text, .. message.Choices.SelectMany(row => row).Select(one => one.Label)]
        );

    private async Task AssertNothingFailed() =>
        Assert.Empty(
            await _world.Read(db =>
                db.Inbox.Where(row => row.Attempts > 0 || row.Error != null)
                    .Select(row => row.Error)
                    .ToListAsync()
            )
        );

    /// <summary>A message in her chat with a button for each action, as no wire would let her forge it.</summary>
    private async Task<long> Place(long account, IEnumerable<string> actions)
    {
        var message = new OutgoingMessage
        {
            Id = _world.Ids.Next(),
            Text = "forged",
            Choices =
            [
                [.. actions.Select(action => new Choice("forged", action))],
            ],
        };
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Outbox.Add(
                new OutboxRow
                {
                    Id = message.Id,
                    Channel = _world.Channel.Name,
                    ChatId = account,
                    Lane = Lane.Reply,
                    Body = JsonSerializer.Serialize(message, MessagingJson.Readable.OutgoingMessage),
                    State = OutboxState.Sent,
                    MessageId = 4000,
                    CreatedAt = _world.Clock.Now,
                }
            );
            return scope.Db.SaveChangesAsync();
        });
        return message.Id;
    }

    /// <summary>Into each of the schools.</summary>
    private async Task<IReadOnlyList<long>> Invitations()
    {
        foreach (var school in ButtonSamples.Schools)
            await Newcomers.Invite(_world, new InvitedTo(Role.Teacher, school));
        return await _world.Read(db =>
            db.Invitations.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync()
        );
    }

    /// <summary>A draft of everybody's, of all that she might wish to address.</summary>
    private async Task<IReadOnlyList<long>> Announcements()
    {
        var people = await _world.Read(db =>
            db.ChannelAccounts.OrderBy(row => row.AccountId).Select(row => row.PersonId).ToListAsync()
        );
        var drafts = people
            .Select(person => new Announcement
            {
                Id = _world.Ids.Next(),
                AuthorId = person,
                From = "Проба",
                Text = "Проба",
                Roles = [Role.Director, Role.MunicipalCoordinator],
                CreatedAt = _world.Clock.Now,
            })
            .ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Announcements.AddRange(drafts);
            return scope.Db.SaveChangesAsync();
        });
        return [.. drafts.Select(row => row.Id)];
    }

    /// <summary>The director's own request, and one of each other school of the samples.</summary>
    private async Task<IReadOnlyList<long>> HelpRequests()
    {
        var director = (await AskerOf(1002)).PersonId;
        var schools = await _world.Read(db => db.Schools.ToDictionaryAsync(row => row.Id));
        var asked = ButtonSamples
            .Schools.Select(id => new HelpRequest
            {
                Id = _world.Ids.Next(),
                SchoolId = id,
                MunicipalityId = schools[id].MunicipalityId,
                Region = schools[id].Region,
                AskedBy = id == ButtonSamples.Schools[0] ? director : 0,
                AskedAt = _world.Clock.Now,
                Text = "Проба",
            })
            .ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.HelpRequests.AddRange(asked);
            return scope.Db.SaveChangesAsync();
        });
        return [.. asked.Select(row => row.Id)];
    }

    /// <summary>A curator of Penza asks to be let in further, in each of the municipalities.</summary>
    private async Task<IReadOnlyList<long>> Requests()
    {
        var ids = ButtonSamples.Municipalities.Select(_ => _world.Ids.Next()).ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            var person = new Person
            {
                Id = _world.Ids.Next(),
                FirstSeenAt = _world.Clock.Now,
                Name = "Незнакомка",
            };
            scope.Db.People.Add(person);
            scope.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = _world.Ids.Next(),
                    PersonId = person.Id,
                    Role = Role.Curator,
                    SchoolId = ButtonSamples.Schools[2],
                    GrantedAt = _world.Clock.Now,
                }
            );
            scope.Db.JoinRequests.AddRange(
                ButtonSamples
                    .Municipalities.Index()
                    .Select(pair => new JoinRequest
                    {
                        Id = ids[pair.Index],
                        PersonId = person.Id,
                        Role = Role.Teacher,
                        SchoolId = ButtonSamples.Schools[pair.Index + 1],
                        MunicipalityId = pair.Item,
                        CreatedAt = _world.Clock.Now,
                    })
            );
            return scope.Db.SaveChangesAsync();
        });
        return ids;
    }
}
