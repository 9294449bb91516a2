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

        var person = await world.Read(db => db.People.SingleAsync(row => row.ConsentVersion == "1"));
        Assert.Equal(World.Start, person.ConsentedAt);
        Assert.Equal(Consent.HashOf(world.Services.GetRequiredService<TextCatalogue>()), person.ConsentHash);
        Assert.Matches("^[0-9a-f]{64}$", person.ConsentHash);
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
