using System.Security.Cryptography;
using CuratorBot.Messaging;
using CuratorBot.Status.Documents;
using LiteDB;

namespace CuratorBot.Host.Database.Documents;

/// <summary>
/// Status documents in a LiteDB file beside the database. LiteDB asks the disk to keep nothing, has no check sums and
/// does not keep a second process out; so it holds only what can be read from the facts again, a file is used after a
/// start only if it is, byte for byte, the one that was closed in peace, and nobody opens it but the bot, which holds
/// the lock on the data directory.
/// </summary>
internal sealed partial class LiteDocuments(string path, ILogger<LiteDocuments> log)
    : IDocumentStore,
        IDisposable
{
    private const string Collection = "documents";

    /// <summary>One opening of the file: an error in one that was thrown away says nothing of the next.</summary>
    private sealed class Opening(LiteDatabase database)
    {
        public LiteDatabase Database => database;
        public ILiteCollection<BsonDocument> Documents { get; } = database.GetCollection(Collection);
        public volatile bool IsWhole;
        public volatile bool HasFailed;
    }

    private volatile Opening? _opening;

    public static string FileBeside(DatabasePlace database) =>
        Path.Combine(database.Directory, $"{Path.GetFileNameWithoutExtension(database.Path)}.status.db");

    public bool IsWhole => _opening is { IsWhole: true, HasFailed: false };

    public byte[]? Find(string scope) =>
        Try(opening => opening.Documents.FindById(scope)?["body"].AsBinary, otherwise: null);

    public void Put(IReadOnlyList<KeptDocument> documents) =>
        Try(
            opening =>
            {
                opening.Documents.Upsert(
                    documents.Where(document => document.Body is not null).Select(InLite).ToList()
                );
                foreach (var gone in documents.Where(document => document.Body is null))
                    opening.Documents.Delete(gone.Scope);
                return true;
            },
            otherwise: false
        );

    public void Doubt(Exception error)
    {
        if (_opening is { } opening)
            NoteFailure(opening, error);
    }

    public void Open(string? seal)
    {
        try
        {
            if (seal is null || !File.Exists(path) || seal != SealOf(path) || File.Exists(LogFile))
                return;
            _opening = new Opening(Connect()) { IsWhole = true };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogUnusable(log, ErrorWords.KindsOf(error));
        }
    }

    public void Begin()
    {
        try
        {
            LetGo();
            File.Delete(path);
            File.Delete(LogFile);
            _opening = new Opening(Connect());
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogUnusable(log, ErrorWords.KindsOf(error));
        }
    }

    public void Complete()
    {
        if (_opening is { HasFailed: false } opening)
            opening.IsWhole = true;
    }

    public string? Close()
    {
        var wasWhole = IsWhole;
        try
        {
            LetGo();
            if (!wasWhole || File.Exists(LogFile))
                return null;
            using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            return SealOf(path);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogUnusable(log, ErrorWords.KindsOf(error));
            return null;
        }
    }

    public void Dispose() => Close();

    private string LogFile =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-log.db");

    private LiteDatabase Connect() =>
        new(
            new ConnectionString
            {
                Filename = path,
                Connection = ConnectionType.Direct,
                // Ids are compared letter by letter.
                Collation = Collation.Binary,
            }
        );

    private void LetGo()
    {
        var opening = _opening;
        _opening = null;
        opening?.Database.Dispose();
    }

    private static BsonDocument InLite(KeptDocument document) =>
        new()
        {
            ["_id"] = document.Scope,
            ["revision"] = document.Revision,
            ["body"] = document.Body,
        };

    /// <summary>Whatever a damaged file makes of it, the facts are there: nothing is thrown.</summary>
    private T Try<T>(Func<Opening, T> work, T otherwise)
    {
        if (_opening is not { HasFailed: false } opening)
            return otherwise;
        try
        {
            return work(opening);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            NoteFailure(opening, error);
            return otherwise;
        }
    }

    private void NoteFailure(Opening opening, Exception error)
    {
        var isNew = !opening.HasFailed && ReferenceEquals(opening, _opening);
        opening.HasFailed = true;
        if (isNew)
            LogUnusable(log, ErrorWords.KindsOf(error));
    }

    /// <summary>Of the build, because another one may write other documents, and of every byte.</summary>
    private static string SealOf(string file)
    {
        using var content = File.OpenRead(file);
        var build = typeof(KeptDocument).Assembly.ManifestModule.ModuleVersionId;
        return $"{build:N}:{Convert.ToHexStringLower(SHA256.HashData(content))}";
    }

    [LoggerMessage(
        32,
        LogLevel.Warning,
        "The file of the status documents cannot be used ({Error}); answers come from the database, and it is made anew"
    )]
    private static partial void LogUnusable(ILogger log, string error);
}
