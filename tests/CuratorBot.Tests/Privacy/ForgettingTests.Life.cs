using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Privacy;

/// <content>All that she leaves behind.</content>
public sealed partial class ForgettingTests
{
    /// <summary>Comes in, works, is spoken of to others, and leaves something unfinished of every kind.</summary>
    private static async Task LiveThrough(World world, Phone her)
    {
        var coordinator = new Phone(world, 1004);
        await her.Says("/start");
        await her.Presses("Согласен");
        await her.Says("7777-7777-7777"); // a wrong code
        await her.Presses("Директор");
        await her.Says("Кузнецк");
        await her.Presses("СОШ №10");
        await her.Says("Ждана Чижова");
        await her.Shares($"+7{Phone}", Account);
        await her.Presses("✅ Отправить");
        await coordinator.Presses("Принять");
        await her.Says("/me");
        await her.Presses("✏️");
        await her.Says("Ждана \"Канарейкина\"");
        await her.Says("/tasks");
        await her.Presses("Готово");
        await Report(her, "Открытый урок", "щегол.pdf");
        await her.Says("/me");
        await her.Presses("➕");
        await her.Presses("Педагог");
        await her.Says("Кузнецк");
        await her.Presses("СОШ №5");
        await her.Presses("✅ Отправить");
        await world.Receive(her.Message() with { Kind = IncomingKind.Text, Text = "щегол" });
        await her.Says("/report");
        await her.Presses("Консультация");
        await her.Presses("Сегодня");
        await her.Says("5");
        await her.Says("щегол");
        await her.Says("/mydata");
        await Park(world, her);
        await Expect(world);
    }

    /// <summary>A coordinator has her in the roster, under another name, and nobody has noticed that it is she.</summary>
    private static Task Expect(World world) =>
        world.UnitOfWork.Write(scope =>
        {
            scope.Db.RosterEntries.Add(
                new RosterEntry
                {
                    Id = world.Ids.Next(),
                    Name = "Канарейкина Ждана Щегловна",
                    Phone = $"+7{Phone}",
                    Email = "щегол@example.org",
                    AddedAt = world.Clock.Now,
                }
            );
            return scope.Db.SaveChangesAsync();
        });

    /// <summary>A message of hers that failed for good, and one that could not even be read.</summary>
    private static Task Park(World world, Phone her) =>
        world.UnitOfWork.Write(scope =>
        {
            scope.Db.Inbox.Add(Parked(world, her.Account, "щегол", 9001));
            scope.Db.Inbox.Add(Parked(world, 0, $"{{\"id\":{her.Account},\"щегол\":[}}", 9002));
            return scope.Db.SaveChangesAsync();
        });

    private static InboxRow Parked(World world, long account, string body, long update) =>
        new()
        {
            Channel = world.Channel.Name,
            Epoch = 1,
            UpdateId = update,
            AccountId = account,
            Body = body,
            State = InboxState.Parked,
            ReceivedAt = world.Clock.Now,
        };
}
