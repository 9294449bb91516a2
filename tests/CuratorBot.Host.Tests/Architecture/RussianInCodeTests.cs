using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Architecture;

public sealed class RussianInCodeTests
{
    private static readonly string Sources = Repository.File("src");

    [Fact]
    public void No_Russian_word_stands_in_the_code()
    {
        var files = Files().ToList();

        Assert.True(files.Count > 500);
        Assert.Empty(
            files
                .Where(path => !RussianInCode.Exceptions.Contains(path))
                .SelectMany(path => RussianInCode.In(path, Read(path)))
        );
    }

    [Fact]
    public void Every_exception_is_still_needed() =>
        Assert.All(RussianInCode.Exceptions, path => Assert.NotEmpty(RussianInCode.In(path, Read(path))));

    [Fact]
    public void A_word_in_a_text_is_seen_and_one_in_a_comment_is_not() =>
        Assert.Equal(
            [
                "Wrong.cs: var link = \"https://пример\";",
                "Wrong.cs: var mark = 'ё';",
                "Wrong.cs: var raw = \"\"\"до \"срока\" // и после\"\"\";",
            ],
            RussianInCode.In(
                "Wrong.cs",
                """"
                // «сегодня»
                /* и «вчера»,
                   и «завтра» */
                var link = "https://пример"; // «ссылка»
                var mark = 'ё';
                var raw = """до "срока" // и после""";
                var plain = "a\"b"; // «конец»
                """"
            )
        );

    private static string Read(string path) => File.ReadAllText(Path.Combine(Sources, path));

    private static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Sources, file).Replace('\\', '/'))
            .Where(path =>
                !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/Migrations/", StringComparison.Ordinal)
            );
}
