using System.Security.Cryptography;
using System.Text;
using CuratorBot.Files;

namespace CuratorBot.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Протокол собрания");

    private readonly string _folder = Directory.CreateTempSubdirectory("curatorbot-files-").FullName;
    private FileStore Store => new(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_lies_under_the_hash_of_its_content_and_the_same_content_lies_there_once()
    {
        var one = await Store.Add(Keeping.ForGood, Content);
        var other = await Store.Add(Keeping.ForGood, Content);

        Assert.Equal(one, other);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), one.Sha256);
        Assert.Equal(Content, await ReadAll(one.Path));
        Assert.Single(FilesInFolder());
    }

    [Fact]
    public async Task What_is_kept_is_counted_by_what_lies_there()
    {
        var store = Store;
        Assert.Equal(0, store.KeptBytes);
        var one = await store.Add(Keeping.ForGood, Content);
        await store.Add(Keeping.ForGood, Content);
        await store.Add(Keeping.Briefly, new byte[1000]);
        var other = await store.Add(Keeping.ForGood, new byte[] { 1, 2, 3 });

        Assert.Equal(Content.Length + 3, store.KeptBytes);
        Assert.Equal(Content.Length + 3, Store.KeptBytes);
        store.Remove(one.Path);
        store.Remove(one.Path);
        Assert.Equal(3, store.KeptBytes);
        store.Remove(other.Path);
        Assert.Equal(0, store.KeptBytes);
        Assert.Equal(0, Store.KeptBytes);
    }

    [Fact]
    public async Task Of_a_file_that_did_not_come_to_its_end_nothing_stays()
    {
        var cut = await Store.Fill(
            Keeping.ForGood,
            async target =>
            {
                await target.WriteAsync(Content);
                return false;
            }
        );
        await Assert.ThrowsAsync<IOException>(() =>
            Store.Fill(Keeping.ForGood, _ => throw new IOException("No space left"))
        );

        Assert.Null(cut);
        Assert.Empty(FilesInFolder());
    }

    [Fact]
    public async Task What_a_killed_run_had_begun_is_removed_and_the_rest_stays()
    {
        var kept = await Store.Add(Keeping.ForGood, Content);
        var orphan = Path.Combine(_folder, "files", "arriving", "half");
        await File.WriteAllBytesAsync(orphan, Content[..3]);

        Store.RemoveUnfinished();

        Assert.False(File.Exists(orphan));
        Assert.Equal(Content, await ReadAll(kept.Path));
    }

    [Fact]
    public async Task A_brief_file_is_gone_after_its_time_and_a_kept_one_is_not()
    {
        var (brief, kept) = (
            await Store.Add(Keeping.Briefly, Content),
            await Store.Add(Keeping.ForGood, Content)
        );
        var written = File.GetLastWriteTimeUtc(Path.Combine(_folder, brief.Path));

        Store.RemoveBrief(new DateTimeOffset(written) + FileStore.BriefTime);
        await Store.Open(brief.Path)!.DisposeAsync();
        Store.RemoveBrief(new DateTimeOffset(written) + FileStore.BriefTime + TimeSpan.FromSeconds(1));

        Assert.Null(Store.Open(brief.Path));
        Assert.Equal(Content, await ReadAll(kept.Path));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("files/../curatorbot.db")]
    [InlineData("files")]
    public void A_path_that_leads_out_of_the_store_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => Store.Open(path));

    private async Task<byte[]> ReadAll(string path)
    {
        await using var file = Store.Open(path)!;
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    private string[] FilesInFolder() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
}
