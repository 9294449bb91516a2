using CuratorBot.Status.Documents;
using Moq;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>As on the very first start: there is no document, and everything is asked of the facts.</summary>
internal static class NoDocuments
{
    public static StatusReads Reads { get; } = new(Mock.Of<IDocumentStore>(), Mock.Of<IStatusChanges>());
}
