using System.Text.Json;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

/// <summary>What comes in, and what the people may hear of it.</summary>
public sealed partial class RightsMatrixTests
{
    /// <summary>Sends some inputs one behind the other, and looks at all that is said to her after them.</summary>
    private async Task Hear(long account, IEnumerable<(string Input, IncomingMessage Message)> inputs)
    {
        var (heard, toasts) = (_world.Channel.Heard.Count, _world.Channel.Toasts.Count);
        var sent = inputs.ToList();
        await _world.Accept(sent.Select(one => one.Message));
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
}
