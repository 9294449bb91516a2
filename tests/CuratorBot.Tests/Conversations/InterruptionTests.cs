using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Conversations;

/// <summary>A question that comes between a form and its answer, for people who ask a lot.</summary>
public sealed class InterruptionTests : IAsyncLifetime
{
    private const string Offer = "Продолжить";

    private World _world = null!;
    private Phone _curator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _curator = new Phone(_world, 1001);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Whoever_only_asked_before_is_offered_the_form_that_she_has_begun_since()
    {
        await _curator.Says("/status");
        await _curator.Says("/status");
        Assert.False(_curator.Sees(Offer));
        await _curator.Says("/report");
        await _curator.Presses("Посещение школы");

        await _curator.Says("/status");

        Assert.True(_curator.Sees(Offer));
    }

    [Fact]
    public async Task It_is_offered_by_the_next_question_after_a_restart_and_once_only()
    {
        await _curator.Says("/report");
        await _curator.Presses("Посещение школы");
        await _world.Restart();
        await _curator.Says("/status");
        await _curator.Says("/status");

        Assert.Single(
            _world.Channel.Heard,
            heard => heard.Message.Text.Text.StartsWith("Ждёт продолжения", StringComparison.Ordinal)
        );
    }
}
