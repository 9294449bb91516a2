using CuratorBot.Messaging;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Registers;

/// <summary>A register that says an organisation or a post: one of them is not written in five ways.</summary>
public sealed class KnownTextFieldTests
{
    [Theory]
    [InlineData("ГБУ «Центр оценки»")]
    [InlineData("гбу \"центр  оценки\"")]
    [InlineData("ГБУ “Центр Оценки”")]
    [InlineData("[ГБУ «Центр оценки»]")]
    public async Task Another_spelling_is_taken_for_the_earlier_one(string typed)
    {
        await using var book = await SampleBook.Open(Samples.OfOrganisation);
        await book.Added("ГБУ «Центр оценки»");

        Assert.Equal("Организация: ГБУ «Центр оценки»", await book.Added(typed));
        Assert.Contains(
            "без изменений: 1",
            await book.Sent("ГБУ ЦЕНТР ОЦЕНКИ", "Проба 1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_spellings_in_one_table_are_one()
    {
        await using var book = await SampleBook.Open(Samples.OfOrganisation);
        await book.Sent(("Первая", "ГБУ «Центр оценки»"), ("Вторая", "гбу \"Центр  Оценки\""));
        await book.Phone.Presses("✅ Применить");

        Assert.Equal(
            ["ГБУ «Центр оценки»", "ГБУ «Центр оценки»"],
            (await book.Rows()).Select(row => row.Organisation)
        );
    }

    [Fact]
    public async Task The_most_used_are_offered_first_and_no_more_than_eight()
    {
        await using var book = await SampleBook.Open(Samples.OfOrganisation);
        await AddRows(
            book,
            "kuznetsk",
            [.. Enumerable.Range(1, 9).Select(number => $"Организация {number}")]
        );
        await AddRows(book, "kuznetsk", "Организация 9", "Организация 9", "Организация 5");

        Assert.Equal(
            [9, 5, 1, 2, 3, 4, 6, 7],
            (await book.Offered()).Take(8).Select(label => label[^1] - '0')
        );
        Assert.DoesNotContain("Организация 8", await book.Offered());
    }

    [Fact]
    public async Task What_stands_in_rows_that_she_may_not_read_is_not_offered()
    {
        await using var book = await SampleBook.Open(Samples.OfOrganisation);
        await AddRows(book, "kamenskiy", "Чужая организация");

        Assert.DoesNotContain("Чужая организация", await book.Offered());
        Assert.Equal("Организация: чужая организация", await book.Added("чужая организация"));
    }

    [Theory]
    [InlineData(201, "Получилось 201 знак, а помещается 200.")]
    public async Task A_long_one_is_refused(int length, string said)
    {
        await using var book = await SampleBook.Open(Samples.OfOrganisation);

        Assert.StartsWith(said, await book.Answered(new string('я', length)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_corrected_with_a_history_and_sent_back_as_a_table()
    {
        await using var book = await SampleBook.Open(Samples.OfOrganisation);
        await book.Added("Дом книги");
        Assert.Equal("Организация: ИРР", await book.Corrected("ИРР"));
        Assert.Contains("Организация: Дом книги → ИРР", await book.NewestChange(), StringComparison.Ordinal);

        Assert.Equal(["ИРР"], await book.Exported());
        Assert.Contains("без изменений: 1", await book.SentBack(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usual_posts_are_offered_below_those_that_were_written()
    {
        await using var book = await SampleBook.Open(Samples.OfPost);
        await book.Added("Методист");
        await book.Added("логопед");

        Assert.Equal(
            [
                "логопед",
                "методист",
                "директор",
                "заместитель директора",
                "учитель",
                "специалист управления образования",
            ],
            (await book.Offered()).Take(6)
        );
        Assert.Equal("Должность: директор", await book.Added("[директор]"));
    }

    private static Task AddRows(SampleBook book, string place, params string[] organisations) =>
        book.World.UnitOfWork.Write(scope =>
        {
            foreach (var organisation in organisations)
                scope.Db.Add(
                    new Sample
                    {
                        Id = book.World.Ids.Next(),
                        SchoolId = place == "kuznetsk" ? "kuznetsk_sosh_3" : "fedorovka_sosh",
                        MunicipalityId = place,
                        Region = "Пензенская область",
                        Name = organisation,
                        Organisation = organisation,
                        AsOf = new DateOnly(2022, 1, 10),
                    }
                );
            return Task.CompletedTask;
        });
}
