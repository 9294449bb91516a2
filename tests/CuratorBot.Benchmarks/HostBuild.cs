using System.Diagnostics;

namespace CuratorBot.Benchmarks;

/// <summary>Publishes the host as it is shipped: ahead-of-time compiled where the SDK can (ReadyToRun).</summary>
internal static class HostBuild
{
    public static string Folder => Path.Combine(Root(), "artifacts", "benchmark-host");

    public static async Task<string> Publish(TextWriter output)
    {
        var (root, folder) = (Root(), Folder);
        output.WriteLine("Publishing the host …");
        using var publish = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                WorkingDirectory = root,
                ArgumentList =
                {
                    "publish",
                    "src/CuratorBot.Host",
                    "-c",
                    "Release",
                    "-r",
                    "linux-x64",
                    "--no-self-contained",
                    "-p:PublishReadyToRun=true",
                    "-v",
                    "q",
                    "-o",
                    folder,
                },
            }
        )!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? folder
            : throw new InvalidOperationException("The host could not be published.");
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CuratorBot.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException("CuratorBot.sln");
    }
}
