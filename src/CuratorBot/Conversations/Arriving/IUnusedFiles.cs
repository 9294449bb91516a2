namespace CuratorBot.Conversations.Arriving;

/// <summary>Kept files that have lost what they belonged to.</summary>
public interface IUnusedFiles
{
    /// <summary>
    /// Deletes those of them that nothing speaks of any more. What cannot be deleted now is left to the daily look.
    /// </summary>
    /// <param name="paths">Where they lie in the store.</param>
    Task Remove(IReadOnlyList<string> paths, CancellationToken cancellation);
}
