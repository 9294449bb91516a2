using System.Text.Json;
using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

/// <summary>
/// Every command and every button × each of the cast × arguments of her own, of others and of nobody: it
/// never fails, and nobody reads a name that she may not know.
/// </summary>
public sealed class RightsMatrixTests : IAsyncLifetime
{
    private const long Stranger = 1006;

    private World _world = null!;
    private ButtonSamples _samples = null!;
    private List<Municipality> _municipalities = [];
    private List<School> _schools = [];

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _world.Clock.Now = Transcript.MoscowTime("2022-07-01 10:00");
        _municipalities = await _world.Read(db => db.Municipalities.ToListAsync());
        _schools = await _world.Read(db => db.Schools.ToListAsync());
        _samples = await ButtonSamples.For(_world, await Requests(), await Invitations());
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<long> Cast => new(1001, 1002, 1003, 1004, 1005, Stranger);

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
        foreach (var command in Commands())
            await Hear(account, command, phone => phone.Says(command));
        await AssertNothingFailed();
    }

    [Theory]
    [MemberData(nameof(Cast))]
    public async Task Every_button_tells_a_person_only_what_she_may_know(long account)
    {
        List<string> actions = [.. await DraftsOf(account), .. _samples.Actions];
        var buttons = await Place(account, actions);
        for (var place = 0; place < actions.Count; place++)
        {
            var data = ButtonId.Of(buttons, place);
            await Hear(account, actions[place], phone => _world.Receive(phone.PressData(data)));
        }
        await AssertNothingFailed();
    }

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
            .Select(step => (step.Id, Session: Draft(person!.PersonId, step.Form, step.Key, obligation)))
            .ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Sessions.Add(foreign);
            scope.Db.Sessions.AddRange(steps.Select(step => step.Session));
            return scope.Db.SaveChangesAsync();
        });
        string[] verbs = ["pick", "fix", "send"];
        return
        [
            .. steps.SelectMany(step => verbs.Select(verb => $"form:{step.Session.Id}:1:{verb}:{step.Id}")),
            .. new[] { "resume", "remove", "restore" }.Select(verb => $"draft.{verb}:{foreign.Id}"),
            $"draft.removeForSure:{foreign.Id}.1",
        ];
    }

    /// <summary>Whoever asks to be let in may choose among all places: their names are public.</summary>
    private IEnumerable<(string Form, string Key, string Id)> Steps() =>
        from form in _world.Services.GetServices<Form>()
        from key in form.Questions.Select(question => question.Key).Append(FormEngine.SummaryStep)
        where !(form.Name is "join" or "invited" && key != "role" && key != FormEngine.SummaryStep)
        from id in ButtonSamples.Schools.Concat(ButtonSamples.Municipalities)
        select (form.Name, key, id);

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

    private async Task Hear(long account, string input, Func<Phone, Task> act)
    {
        var (heard, toasts) = (_world.Channel.Heard.Count, _world.Channel.Toasts.Count);
        var who = await _world.Read(db => PeopleDirectory.Read(db, _world.Channel.Name, account));
        await act(new Phone(_world, account));
        var said = _world
            .Channel.Heard.Skip(heard)
            .Where(one => one.ChatId == account && one.Message.Kind != OutgoingKind.Menu)
            .Select(one => one.Message)
            .ToList();
        var words = said.Select(Words)
            .Concat(_world.Channel.Toasts.Skip(toasts).Select(one => one.Toast).OfType<string>())
            .ToList();
        foreach (var one in words)
            AssertNothingForeign(who, one, input);
        if (account == Stranger)
            Assert.All(words, one => Assert.True(IsForStrangers(one), $"{input} → {one}"));
    }

    /// <summary>No name of a municipality or school that she may not see; her own are taken out first.</summary>
    private void AssertNothingForeign(Asker? who, string words, string input)
    {
        foreach (var own in _schools.Where(row => who?.MaySee.Includes(row) == true))
            words = words
                .Replace(own.ShortName, "", StringComparison.Ordinal)
                .Replace(own.Name, "", StringComparison.Ordinal);
        var around = _schools
            .Where(row => who?.MaySee.IncludesSchool(row.Id) == true)
            .Select(row => row.MunicipalityId);
        var foreign = _municipalities
            .Where(row => who?.MaySee.Includes(row) != true && !around.Contains(row.Id))
            .Select(row => row.Name)
            .Concat(_schools.Where(row => who?.MaySee.Includes(row) != true).Select(row => row.ShortName));
        foreach (var name in foreign.Where(name => words.Contains(name, StringComparison.Ordinal)))
            Assert.Fail($"{input} tells of {name}: {words}");
    }

    private static readonly string[] ForStrangers =
    [
        "reception.strangers",
        "reception.unknownCommand",
        "help.stranger",
        "consent.greeting",
        "consent.agreed",
        "consent.refused",
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

    /// <summary>Into a school of Kuznetsk and into one of Penza.</summary>
    private async Task<IReadOnlyList<long>> Invitations()
    {
        foreach (var school in ButtonSamples.Schools)
            await Newcomers.Invite(_world, new InvitedTo(Role.Teacher, school));
        return await _world.Read(db =>
            db.Invitations.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync()
        );
    }

    /// <summary>Somebody else asks to be let in: in Kuznetsk and in Penza.</summary>
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
            scope.Db.JoinRequests.AddRange(
                ids.Zip(ButtonSamples.Municipalities)
                    .Select(pair => new JoinRequest
                    {
                        Id = pair.First,
                        PersonId = person.Id,
                        Role = Role.Teacher,
                        SchoolId = ButtonSamples.Schools[pair.Second == "penza" ? 2 : 1],
                        MunicipalityId = pair.Second,
                        CreatedAt = _world.Clock.Now,
                    })
            );
            return scope.Db.SaveChangesAsync();
        });
        return ids;
    }
}
