namespace CuratorBot.Host.Tests.Support;

/// <summary>The checkout that this build came from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "CuratorBot.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException("CuratorBot.sln");
    }
}
