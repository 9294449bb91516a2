using CuratorBot.Members.Consenting;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

public sealed class ConsentTests
{
    private const string Secret = "Канарейкина";

    [Fact]
    public async Task Nothing_that_she_says_is_in_the_database_before_she_consents()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 3001);
        await phone.Says(Secret);
        await phone.Says("/start");
        await phone.Says(Secret);
        await phone.Shares($"+7927{Secret}", phone.Account);
        await phone.SendsPhoto(caption: Secret);
        await phone.Says($"/start {Secret}");
        await phone.Presses("Не согласен");

        Assert.Empty(await Canary.TablesWith(world, Secret));

        await phone.Says("/start");
        await phone.Presses("Согласен");
        await Newcomers.AskForSchool(phone, "Педагог", "СОШ №5", Secret);
        Assert.Contains("people", await Canary.TablesWith(world, Secret));
    }

    [Fact]
    public async Task Version_hash_and_time_of_what_she_agreed_to_are_kept()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 3001);
        await phone.Says("/start");
        await phone.Presses("Согласен");

        var text = await world.Read(db => db.ConsentTexts.SingleAsync());
        var given = await world.Read(db => db.Consents.OrderBy(row => row.Id).FirstAsync());
        Assert.Equal(World.Start, given.GivenAt);
        Assert.Null(given.WithdrawnAt);
        Assert.Equal(text.Version, given.Version);
        Assert.Equal(text.Hash, given.Hash);
        Assert.Equal(Consent.HashOf(world.Services.GetRequiredService<TextCatalogue>()), given.Hash);
        Assert.Matches("^[0-9a-f]{64}$", given.Hash);
    }

    [Fact]
    public async Task A_button_under_an_older_text_is_no_agreement_to_the_newer_one()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await world.LetAllHaveAgreedTo(1);
        await phone.Says("/report");
        var agree = phone.Press("Согласен");
        await world.UnitOfWork.Write(async scope =>
        {
            var said = await scope.Db.Outbox.OrderBy(row => row.Id).LastAsync();
            said.Body = said.Body.Replace("consent.agree:3.", "consent.agree:2.", StringComparison.Ordinal);
        });

        await world.Receive(agree);

        Assert.DoesNotContain(await world.Read(db => db.Consents.ToListAsync()), row => row.Version == 3);
        Assert.StartsWith("Чтобы записать это", Newcomers.LastTo(world, phone));
    }

    [Theory]
    [InlineData(2, "older")]
    [InlineData(3, "another text")]
    [InlineData(4, "an older version")]
    public async Task A_changed_text_needs_a_new_version(int published, string hash)
    {
        await using var world = await World.Open(seeded: false);
        var texts = world.Services.GetRequiredService<TextCatalogue>();
        await world.UnitOfWork.Write(async scope =>
        {
            scope.Db.RemoveRange(await scope.Db.ConsentTexts.ToListAsync());
            await scope.Db.SaveChangesAsync();
            scope.Db.Add(
                new ConsentText
                {
                    Version = published,
                    Hash = hash,
                    Text = "",
                    PublishedAt = World.Start,
                }
            );
        });
        Task Publish() => world.UnitOfWork.Write(scope => ConsentTexts.Publish(scope.Db, texts, World.Start));

        if (published < Consent.VersionOf(texts))
            await Publish();
        else
            await Assert.ThrowsAsync<InvalidOperationException>(Publish);
    }

    [Fact]
    public async Task After_a_refusal_the_old_button_still_lets_her_agree()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 3001);
        await phone.Says("/start");
        var agree = phone.Press("Согласен");
        await phone.Presses("Не согласен");

        await world.Receive(agree);

        Assert.StartsWith("Кем вы работаете", Newcomers.LastTo(world, phone));
    }
}
