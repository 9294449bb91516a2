namespace CuratorBot.Host.Tests.Architecture.Samples.Right;

/// <summary>Knows the one that knows it.</summary>
internal sealed class Known
{
    public int Count { get; } = typeof(Left.Knowing).Name.Length;
}
