using CuratorBot.Fields;
using CuratorBot.Schools;

namespace CuratorBot.Tests.Registers;

/// <summary>Blank, «—» and «не относится» are three answers to every kind of field, in the chat and in a table.</summary>
public sealed class UnsaidFieldTests
{
    private static readonly Dictionary<string, Func<NameIndexCache, Field>> Kinds = new()
    {
        ["month"] = Samples.OfMonth,
        ["share"] = Samples.OfShare,
        ["several"] = Samples.OfSeveral,
        ["school"] = Samples.OfSchool,
        ["municipality"] = Samples.OfMunicipality,
        ["organisation"] = Samples.OfOrganisation,
        ["post"] = Samples.OfPost,
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Three_ways_to_say_nothing_stay_three(string kind)
    {
        await using var book = await SampleBook.Open(Kinds[kind]);

        Assert.Equal($"{book.Label}: не указано", await book.Added("[Пропустить]"));
        Assert.Equal($"{book.Label}: —", await book.Added("[— (нет)]"));
        Assert.Equal($"{book.Label}: не относится", await book.Added("не относится"));

        Assert.Equal(["не относится", "—", ""], await book.Exported());
        Assert.Contains("без изменений: 3", await book.SentBack(), StringComparison.Ordinal);
        var rows = await book.Rows();
        Assert.Equal([0, 1, 0], rows.Select(row => row.Dashes.Count));
        Assert.Equal([0, 0, 1], rows.Select(row => row.NotApplying.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_becomes_the_other_with_a_history(string kind)
    {
        await using var book = await SampleBook.Open(Kinds[kind]);
        await book.Added("-");

        Assert.Equal($"{book.Label}: не относится", await book.Corrected("[не относится]"));
        Assert.Contains(
            $"{book.Label}: — → не относится",
            await book.NewestChange(),
            StringComparison.Ordinal
        );
        Assert.Equal($"{book.Label}: не указано", await book.Corrected("[Пропустить]"));
        Assert.Contains(
            $"{book.Label}: не относится → не указано",
            await book.NewestChange(),
            StringComparison.Ordinal
        );
    }
}
