using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Status;
using CuratorBot.Status.Documents;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>Asks the same of the documents and of the facts, for one person.</summary>
internal sealed class BothWays(World world)
{
    public static readonly IReadOnlyList<Asker> Everybody =
    [
        Whoever(new HeldRole(Role.RegionalCoordinator, null, null, null)),
        Whoever(new HeldRole(Role.RegionalCoordinator, null, null, "Пензенская область")),
        Whoever(new HeldRole(Role.MunicipalCoordinator, null, "kuznetsk", null)),
        Whoever(
            new HeldRole(Role.MunicipalCoordinator, null, "kuznetsk", null),
            new HeldRole(Role.MunicipalCoordinator, null, "penza", null)
        ),
        Whoever(new HeldRole(Role.Director, "kuznetsk_sosh_3", null, null)),
    ];

    /// <summary>How many answers came from documents.</summary>
    public int FromDocuments { get; private set; }

    /// <summary>Every answer that this person can get, or a part of them.</summary>
    public async Task Compare(Asker who, Func<string, bool>? which = null)
    {
        var store = world.Services.GetRequiredService<IDocumentStore>();
        var changes = world.Services.GetRequiredService<IStatusChanges>();
        var documents = new StatusReads(store, changes);
        await using var db = world.UnitOfWork.OpenForReading();
        var turn = TurnOf(who, db);
        foreach (var id in await db.Municipalities.Select(row => row.Id).ToListAsync())
        {
            if (which?.Invoke(id) == false)
                continue;
            Note(store, changes, StatusScope.Place(id));
            Assert.Equal(
                Words(await Places(NoDocuments.Reads).Find(turn, id)),
                Words(await Places(documents).Find(turn, id))
            );
        }
        foreach (var id in await db.Schools.Select(row => row.Id).ToListAsync())
        {
            if (which?.Invoke(id) == false)
                continue;
            Note(store, changes, StatusScope.School(id));
            Assert.Equal(
                Words(await Schools(NoDocuments.Reads).Card(turn, id)),
                Words(await Schools(documents).Card(turn, id))
            );
        }
        if (!who.MaySee.IsWide)
            return;
        for (var page = 0; page < 2; page++)
        {
            Note(
                store,
                changes,
                who.MaySee.Everything ? StatusScope.Country : StatusScope.Region("Пензенская область")
            );
            Assert.Equal(
                Words(await Overview(NoDocuments.Reads).Find(turn, who.MaySee, page)),
                Words(await Overview(documents).Find(turn, who.MaySee, page))
            );
        }
    }

    private void Note(IDocumentStore store, IStatusChanges changes, string scope)
    {
        if (store.IsWhole && !changes.Wait(scope) && store.Find(scope) is not null)
            FromDocuments++;
    }

    private TurnContext TurnOf(Asker who, CuratorBotDb db) =>
        new(
            () => db,
            world.Services.GetRequiredService<TextCatalogue>(),
            world.Ids,
            world.Clock,
            world.Catalogue
        )
        {
            Message = new IncomingMessage
            {
                Channel = "test",
                AccountId = who.PersonId,
                ChatId = who.PersonId,
            },
            Known = who,
            Revision = 1,
        };

    private static Asker Whoever(params HeldRole[] roles) =>
        new(1, "Марья Искусницына", Consented: true, roles, "Europe/Moscow");

    private static MunicipalityAnswers Places(StatusReads reads) => new(new AnswerCache(), reads);

    private static SchoolAnswers Schools(StatusReads reads) => new(new AnswerCache(), reads);

    private static OverviewAnswers Overview(StatusReads reads) => new(new AnswerCache(), reads);

    private static string Words(KeptAnswer? answer) =>
        answer is null ? "none" : $"{answer.Text.Text} {Labels(answer.Choices)} {answer.Day}";

    private static string Words(OutgoingMessage? message) =>
        message is null ? "none" : $"{message.Text.Text} {Labels(message.Choices)}";

    private static string Labels(IReadOnlyList<IReadOnlyList<Choice>> choices) =>
        string.Join('|', choices.SelectMany(row => row).Select(choice => $"{choice.Label}={choice.Action}"));
}
