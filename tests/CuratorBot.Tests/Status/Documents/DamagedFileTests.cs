using System.Security.Cryptography;
using CuratorBot.Host.Database;
using CuratorBot.Host.Database.Documents;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Status.Documents;
using CuratorBot.Tests.Support;
using LiteDB;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>What a power cut, an operator or another version may leave of the file: it is made anew, and no answer lies.</summary>
public sealed class DamagedFileTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        await Projector.CatchUp();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<string> Damages =>
        new(
            "cut in half",
            "cut by a byte",
            "a page of zeros",
            "a changed byte",
            "deleted",
            "empty",
            "another's",
            "a log beside it"
        );

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_file_that_is_not_as_it_was_closed_is_made_anew(string damage)
    {
        await Projector.Close();
        await _world.Restart();
        Damage(damage);

        await Projector.Open();

        Assert.False(Store.IsWhole);
        await AllAnswersAreTrue();
        await Projector.CatchUp();
        Assert.True(Store.IsWhole);
        await AllAnswersAreTrue();
    }

    [Fact]
    public async Task A_file_that_was_closed_in_peace_is_used_again()
    {
        await Projector.Close();
        await _world.Restart();

        await Projector.Open();

        Assert.True(Store.IsWhole);
        await AllAnswersAreTrue();
    }

    [Fact]
    public async Task A_file_of_a_run_that_was_killed_is_made_anew()
    {
        await Projector.Close();
        await _world.Restart();
        await Projector.Open();
        await _world.Restart();

        await Projector.Open();

        Assert.False(Store.IsWhole);
    }

    [Fact]
    public async Task A_restored_database_does_not_take_the_file_of_later_days()
    {
        await Projector.Close();
        await _world.Restart();
        var backup = _world.CopyOfDatabase();
        await Projector.Open();
        await new RandomFacts(_world, new Dice(1)).ChangeOne();
        await Projector.CatchUp();
        await Projector.Close();

        await _world.RestartFrom(backup);
        await Projector.Open();

        Assert.False(Store.IsWhole);
        await AllAnswersAreTrue();
    }

    [Fact]
    public async Task Zeros_under_a_running_bot_make_no_answer_wrong()
    {
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.Write(new byte[file.Length]);
        await AllAnswersAreTrue();

        await new RandomFacts(_world, new Dice(2)).ChangeOne();
        await Projector.CatchUp();
        await AllAnswersAreTrue();
    }

    [Fact]
    public async Task What_must_leave_no_trace_takes_the_file_with_it()
    {
        var before = SHA256.HashData(Read());
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.LeavesNoTrace = true;
            return Task.FromResult(0);
        });

        await Projector.CatchUp();

        Assert.True(Store.IsWhole);
        Assert.NotEqual(before, SHA256.HashData(Read()));
    }

    [Fact]
    public async Task No_document_holds_a_name_of_a_person()
    {
        var names = await _world.Read(db =>
            Task.FromResult(db.People.Where(row => row.Name != null).Select(row => row.Name!).ToList())
        );
        await Projector.Close();
        using var database = new LiteDatabase(Path);
        var bodies = database
            .GetCollection("documents")
            .FindAll()
            .Select(document => System.Text.Encoding.UTF8.GetString(document["body"].AsBinary))
            .ToList();

        Assert.InRange(bodies.Count, 75, 200);
        Assert.NotEmpty(names);
        Assert.DoesNotContain(
            bodies,
            body =>
                names.Exists(name =>
                    System
                        .Text.RegularExpressions.Regex.Unescape(body)
                        .Contains(name, StringComparison.Ordinal)
                )
        );
    }

    private StatusProjector Projector => _world.Services.GetRequiredService<StatusProjector>();

    private IDocumentStore Store => _world.Services.GetRequiredService<IDocumentStore>();

    private string Path => LiteDocuments.FileBeside(DatabasePlace.Of($"Data Source={_world.DatabaseFile}"));

    private byte[] Read()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    private async Task AllAnswersAreTrue()
    {
        var both = new BothWays(_world);
        foreach (var who in BothWays.Everybody)
            await both.Compare(who);
    }

    private void Damage(string how)
    {
        var content = File.ReadAllBytes(Path);
        switch (how)
        {
            case "cut in half":
                File.WriteAllBytes(Path, content[..(content.Length / 2)]);
                break;
            case "cut by a byte":
                File.WriteAllBytes(Path, content[..^1]);
                break;
            case "a page of zeros":
                content.AsSpan(3 * 8192, 8192).Clear();
                File.WriteAllBytes(Path, content);
                break;
            case "a changed byte":
                content[content.Length / 2] ^= 1;
                File.WriteAllBytes(Path, content);
                break;
            case "deleted":
                File.Delete(Path);
                break;
            case "empty":
                File.WriteAllBytes(Path, []);
                break;
            case "another's":
                File.WriteAllText(Path, "SQLite format 3");
                break;
            case "a log beside it":
                File.WriteAllBytes(System.IO.Path.ChangeExtension(Path, null) + "-log.db", new byte[8192]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how, null);
        }
    }
}
