using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Status;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Status;

/// <summary>Each of the cast × every municipality and school, by command and by every button.</summary>
public sealed class StatusRightsTests : IAsyncLifetime
{
    private World _world = null!;
    private List<Municipality> _municipalities = [];
    private List<School> _schools = [];

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _world.Clock.Now = Transcript.MoscowTime("2022-03-01 10:00");
        _municipalities = await _world.Read(db => db.Municipalities.ToListAsync());
        _schools = await _world.Read(db => db.Schools.ToListAsync());
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<long> Cast => new(1001, 1002, 1003, 1004, 1005, 1006);

    [Theory]
    [MemberData(nameof(Cast))]
    public async Task A_command_about_what_is_not_hers_is_answered_like_one_about_nothing(long account)
    {
        var nothing = Words(await Ask(account, "/status Простоквашино"));
        var nobody = Words(await Ask(account, "/debtors Простоквашино"));
        var who = await Asker(account);
        var refused = 0;

        foreach (var municipality in _municipalities.Where(row => who?.MaySee.Includes(row) != true))
        {
            Assert.Equal(nothing, Words(await Ask(account, $"/status {municipality.Name}")));
            Assert.Equal(nothing, Words(await Ask(account, $"/status {municipality.Id}")));
            Assert.Equal(nobody, Words(await Ask(account, $"/debtors {municipality.Name}")));
            refused++;
        }
        foreach (var school in _schools.Where(row => who?.MaySee.Includes(row) != true))
        {
            foreach (var reply in await Ask(account, $"/status {school.ShortName}"))
                AssertNothingForeign(who, reply);
            Assert.Equal(nothing, Words(await Ask(account, $"/status {school.Id}")));
            refused++;
        }
        Assert.Equal(account == 1005, refused == 0);
    }

    [Theory]
    [MemberData(nameof(Cast))]
    public async Task A_forged_button_about_what_is_not_hers_is_answered_like_one_about_nothing(long account)
    {
        var who = await Asker(account);
        foreach (var action in new[] { Buttons.Municipality, Buttons.Schools, Buttons.Debtors })
        {
            var nothing = Words(await Press(account, $"{action}:nowhere:0"));
            foreach (var foreign in _municipalities.Where(row => who?.MaySee.Includes(row) != true))
            {
                Assert.Equal(nothing, Words(await Press(account, $"{action}:{foreign.Id}")));
                Assert.Equal(nothing, Words(await Press(account, $"{action}:{foreign.Id}:0")));
            }
        }
        var noSchool = Words(await Press(account, $"{Buttons.School}:nowhere"));
        foreach (var foreign in _schools.Where(row => who?.MaySee.Includes(row) != true))
            Assert.Equal(noSchool, Words(await Press(account, $"{Buttons.School}:{foreign.Id}")));
        foreach (var action in new[] { Buttons.Overview, Buttons.DebtorList, Buttons.Schools })
        foreach (var page in new[] { "0", "1", "-1", "99999", "x", "", ":0" })
        foreach (var reply in await Press(account, $"{action}:{page}"))
            AssertNothingForeign(who, reply);
    }

    [Theory]
    [MemberData(nameof(Cast))]
    public async Task What_is_hers_is_answered_with_its_name(long account)
    {
        var who = await Asker(account);
        foreach (var municipality in _municipalities.Where(row => who?.MaySee.Includes(row) == true))
            Assert.StartsWith(
                municipality.Name,
                Assert.Single(await Press(account, $"{Buttons.Municipality}:{municipality.Id}")).Text.Text,
                StringComparison.Ordinal
            );
        foreach (var school in _schools.Where(row => who?.MaySee.Includes(row) == true))
            Assert.StartsWith(
                school.ShortName,
                Assert.Single(await Press(account, $"{Buttons.School}:{school.Id}")).Text.Text,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_right_that_was_taken_away_is_gone_with_the_next_message_though_the_answer_was_kept()
    {
        Assert.Contains(
            "г. Кузнецк\n",
            (await Ask(1004, "/status Кузнецк"))[0].Text.Text,
            StringComparison.Ordinal
        );
        await Ask(1005, "/status Кузнецк");

        await _world.UnitOfWork.Write(async scope =>
        {
            var person = await scope.Db.ChannelAccounts.SingleAsync(row => row.AccountId == 1004);
            var role = await scope.Db.RoleAssignments.SingleAsync(row => row.PersonId == person.PersonId);
            role.RevokedAt = _world.Clock.Now;
            await scope.Db.SaveChangesAsync();
        });
        await Ask(1005, "/status Кузнецк");

        var after = Assert.Single(await Ask(1004, "/status Кузнецк"));
        Assert.DoesNotContain("Кузнецк", after.Text.Text, StringComparison.Ordinal);
    }

    private async Task<Asker?> Asker(long account) =>
        await _world.Read(db => PeopleDirectory.Read(db, _world.Channel.Name, account));

    /// <summary>No name of a municipality or school that she may not see, nor a button for it.</summary>
    private void AssertNothingForeign(Asker? who, OutgoingMessage reply)
    {
        var words = Words([reply]);
        foreach (var own in _schools.Where(row => who?.MaySee.Includes(row) == true))
            words = words
                .Replace(own.ShortName, "", StringComparison.Ordinal)
                .Replace(own.Name, "", StringComparison.Ordinal);
        var herPlaces = _schools
            .Where(row => who?.MaySee.IncludesSchool(row.Id) == true)
            .Select(row => row.MunicipalityId);
        foreach (
            var foreign in _municipalities.Where(row =>
                who?.MaySee.Includes(row) != true && !herPlaces.Contains(row.Id)
            )
        )
            Assert.DoesNotContain(foreign.Name, words, StringComparison.Ordinal);
        foreach (var foreign in _schools.Where(row => who?.MaySee.Includes(row) != true))
        {
            Assert.DoesNotContain(foreign.ShortName, words, StringComparison.Ordinal);
            Assert.DoesNotContain($":{foreign.Id}", words, StringComparison.Ordinal);
        }
    }

    private static string Words(IEnumerable<OutgoingMessage> messages) =>
        string.Join(
            "\n\n",
            messages.Select(message =>
                message.Text.Text
                + string.Concat(
                    message
                        .Choices.SelectMany(row => row)
                        .Select(choice => $"\n[{choice.Label}] {choice.Action}")
                )
            )
        );

    private async Task<IReadOnlyList<OutgoingMessage>> Ask(long account, string text)
    {
        var before = _world.Channel.Heard.Count;
        await new Phone(_world, account).Says(text);
        return [.. _world.Channel.Heard.Skip(before).Select(heard => heard.Message)];
    }

    /// <summary>
    /// As if a button with this action had stood in her chat, which the wire alone does not let her forge.
    /// </summary>
    private async Task<IReadOnlyList<OutgoingMessage>> Press(long account, string action)
    {
        var (name, argument) = (action[..action.IndexOf(':')], action[(action.IndexOf(':') + 1)..]);
        var answering = _world.Services.GetRequiredService<Catalogue>().Action(name)!;
        await using var db = _world.UnitOfWork.OpenForReading();
        var turn = new TurnContext(
            () => db,
            _world.Services.GetRequiredService<TextCatalogue>(),
            _world.Ids,
            _world.Clock,
            _world.Catalogue
        )
        {
            Message = new Phone(_world, account).Message(),
            Known = await PeopleDirectory.Read(db, _world.Channel.Name, account),
            Pressed = new PressedButton(new OutgoingMessage { Id = 1 }, new Choice("", action)),
            Revision = _world.UnitOfWork.ReadRevision(),
        };
        var taken = await answering.Take(turn, name, argument);
        return [.. taken.Deliveries.Select(delivery => delivery.Message)];
    }
}
