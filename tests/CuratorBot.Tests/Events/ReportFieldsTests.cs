using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Reporting;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Events;

public sealed class ReportFieldsTests : IAsyncLifetime
{
    private World _world = null!;
    private ReportFields _fields = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open(seeded: false);
        _fields = _world.Services.GetRequiredService<ReportFields>();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void A_kind_of_event_wants_nothing_that_a_report_cannot_tell()
    {
        var asked = _fields.Questions().Select(question => question.Key).ToHashSet();

        Assert.Equal("", string.Join(", ", Kinds.SelectMany(kind => kind.Wants).Distinct().Except(asked)));
        Assert.Equal(
            "",
            string.Join(", ", Kinds.SelectMany(kind => kind.Words.Keys).Distinct().Except(asked))
        );
    }

    [Fact]
    public void The_other_words_of_a_kind_of_event_are_there()
    {
        var texts = _world.Services.GetRequiredService<TextCatalogue>();
        var words = Kinds.SelectMany(kind => kind.Words.Values).Distinct().ToList();

        Assert.NotEmpty(words);
        Assert.All(
            words,
            one => Assert.True(texts.Has($"report.{one}.ask") || texts.Has($"report.{one}.label"), one)
        );
    }

    [Fact]
    public void Every_field_has_its_place_on_the_card() =>
        Assert.Equal(
            _fields.All.Select(field => field.Key).Order(),
            _fields.OnCard().Select(field => field.Key).Order()
        );

    [Fact]
    public void A_field_stands_below_the_one_that_it_names()
    {
        var keys = _fields.OnCard().Select(field => field.Key).ToList();

        Assert.Equal(["parents", "audience", "format", "level"], keys.Skip(keys.IndexOf("parents")).Take(4));
    }

    private static List<EventType> Kinds => EmbeddedJson.Read<List<EventType>>("event-types");
}
