using CuratorBot.Status.Documents;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>As on the very first start: everything is asked of the facts.</summary>
internal sealed class NoDocuments : IDocumentStore, IStatusChanges
{
    public static StatusReads Reads { get; } = new(new NoDocuments(), new NoDocuments());

    public bool IsWhole => false;

    public byte[]? Find(string scope) => null;

    public void Put(IReadOnlyList<KeptDocument> documents) { }

    public void Open(string? seal) { }

    public void Doubt(Exception error) { }

    public void Begin() { }

    public void Complete() { }

    public string? Close() => null;

    public bool Wait(string scope) => false;
}
