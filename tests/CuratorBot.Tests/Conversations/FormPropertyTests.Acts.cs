using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Conversations;

/// <summary>What somebody may do at random, and what each act may change.</summary>
public sealed partial class FormPropertyTests
{
    private const string BackLabel = "← Назад";

    /// <summary>Under files that came by themselves; with a report open they go into it.</summary>
    private const string BeginWithFilesLabel = "Да, начать отчёт";

    /// <summary>A kind of event that keeps nothing of a single pupil: files that came before have no place in it.</summary>
    private const string CountsOnlyLabel = "Психологическая диагностика обучающихся";

    private static readonly string[] Texts =
    [
        "12",
        "0",
        "-3",
        "1e400",
        "много",
        "вчера",
        "завтра",
        "31.02",
        "15.01",
        "77 из 97 — 75 %",
        "97/77",
        "СОШ №3",
        "Кузнецк",
        "10",
        "круглый стол",
        "сименар",
        "Да",
        "Нет, это все",
        "Дом учителя",
        "kuznetsk-edu.ru/documents",
        "<b>Тема</b> & 👨‍👩‍👧",
        "\u202eобратно",
        "   ",
        new('я', 5_000),
    ];

    private static readonly string[] Commands = ["/help", "/drafts", "/report", "/me", "/nosuch", "/cancel"];

    private sealed class RandomActs(World world, Phone phone)
    {
        private readonly List<long> _sent = [];

        public Phone Phone => phone;

        public async Task<May> Do(int step)
        {
            var choice = step / 20;
            switch (step % 20)
            {
                case < 5:
                    return await Write(Texts[choice % Texts.Length]);
                case < 11:
                    return await Tap(choice, repeated: false);
                case 11:
                    return await Tap(choice, repeated: true);
                case 12:
                    await phone.SendsPhoto(album: choice % 2 == 0 ? "album" : null);
                    return new May(End: true, ChangeFiles: true);
                case 13:
                    await phone.Shares("+79270000001", choice % 2 == 0 ? phone.Account : 777);
                    return new May(End: true);
                case 14:
                    await phone.SendsSomethingElse("sticker");
                    return new May();
                case 15 when _sent.Count > 0:
                    await phone.Edits(_sent[choice % _sent.Count], Texts[choice % Texts.Length]);
                    return new May(End: true, ChangeAny: true);
                case 16:
                    await world.Restart();
                    return new May();
                case 17:
                    await ChangeVersion();
                    return new May();
                case 18:
                    await world.Receive(phone.PressData($"{1_000 + (choice % 500)}.{choice % 9}"));
                    return new May(End: true, ChangeAny: true);
                default:
                    return await Write(Commands[choice % Commands.Length], mayEnd: true);
            }
        }

        /// <summary>Her last answer ends a form that has no summary.</summary>
        private async Task<May> Write(string text, bool mayEnd = true)
        {
            var message = phone.Message() with { Text = text };
            _sent.Add(message.MessageId);
            await world.Receive(message);
            return new May(End: mayEnd);
        }

        private async Task<May> Tap(int choice, bool repeated)
        {
            var buttons = world
                .Channel.Shown.Where(pair => pair.Key.Chat == phone.Account)
                .OrderBy(pair => pair.Key.Message)
                .SelectMany(pair =>
                    pair.Value.Choices.SelectMany(row => row)
                        .Select((button, place) => (pair.Value.Id, button.Label, place))
                )
                .ToList();
            if (buttons.Count == 0)
                return new May();
            var (id, label, place) = buttons[choice % buttons.Count];
            var press = phone.PressData(ButtonId.Of(id, place));
            await world.Accept(press, updateId: 50_000 + choice);
            if (repeated)
                await world.Accept(press, updateId: 50_000 + choice);
            await world.Settle();
            return new May(
                End: true,
                ChangeAny: label == BackLabel,
                ChangeFiles: label is BeginWithFilesLabel or CountsOnlyLabel
            );
        }

        /// <summary>As if all drafts had been begun under an earlier version of their forms.</summary>
        private Task ChangeVersion() =>
            world.UnitOfWork.Write(async scope =>
            {
                foreach (var session in await scope.Db.Sessions.ToListAsync())
                    session.Version = 0;
            });
    }
}
