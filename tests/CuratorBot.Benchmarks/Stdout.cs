namespace CuratorBot.Benchmarks;

/// <summary>The terminal, of which a benchmark is all about.</summary>
internal static class Stdout
{
    public static Stream Open() => Console.OpenStandardOutput();
}
