using CuratorBot.Host.Tests.Architecture.Samples.Right;

namespace CuratorBot.Host.Tests.Architecture.Samples.Left;

/// <summary>What an arrow looks like that no text of a signature shows: only its body knows the other.</summary>
internal static class Knowing
{
    public static int Count() => new Known().Count;
}
