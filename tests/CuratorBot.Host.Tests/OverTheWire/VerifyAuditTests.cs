using CuratorBot.Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The operator asks from the command line whether the audit holds.</summary>
public sealed class VerifyAuditTests
{
    [Fact]
    public async Task It_holds_until_somebody_changes_what_was_written()
    {
        await using var stage = await Stage.OpenAndStart();
        var director = stage.Person(Stage.Director);
        await director.Ask("/me", "Иван");
        await director.Press("✏️ Исправить имя", "Как к вам обращаться");
        await director.Ask("Иван Царевич", "Иван Царевич");
        await stage.Host.Stop();

        var whole = await Verify(stage);
        Tamper(stage, "UPDATE audit SET \"After\" = 'Иван Дурак'");
        var altered = await Verify(stage);
        Tamper(stage, "DELETE FROM audit");
        var cutOff = await Verify(stage, "--known", whole.Said.Split("keep ")[1].Split(' ')[0]);

        Assert.Equal(0, whole.Code);
        Assert.StartsWith("The audit holds; entries checked: 1; keep 1:", whole.Said);
        Assert.Equal((1, "The audit is broken: entry 1 is not as it was written."), altered);
        Assert.Equal((1, "The audit is broken: entry 1 is missing."), cutOff);
    }

    [Fact]
    public async Task A_call_with_wrong_words_explains_itself_and_one_without_a_database_fails()
    {
        await using var stage = await Stage.Open();

        Assert.Equal(
            (
                2,
                "--known must be NUMBER:HASH, as an earlier check printed it.\nUsage: verify-audit [--known NUMBER:HASH]"
            ),
            await Verify(stage, "--known", "yesterday")
        );
        var (code, said) = await Verify(stage);

        Assert.Equal(2, code);
        Assert.StartsWith("The audit could not be read:", said);
        Assert.False(File.Exists(Path.Combine(stage.Folder, "curatorbot.db")));
    }

    private static async Task<(int Code, string Said)> Verify(Stage stage, params string[] arguments)
    {
        await using var verify = stage.Launch(null, null, ["verify-audit", .. arguments]);
        var code = await verify.WaitForExit();
        return (code, verify.Output.Trim());
    }

    private static void Tamper(Stage stage, string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(stage.Folder, "curatorbot.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
