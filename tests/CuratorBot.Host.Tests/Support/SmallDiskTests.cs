using System.Diagnostics;

namespace CuratorBot.Host.Tests.Support;

public sealed class SmallDiskTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_disk_takes_nothing_more_of_a_program_until_there_is_room_again(bool mayMount)
    {
        using var disk = SmallDisk.Open(megabytes: 4, mayMount);
        using var program = Start(disk.Folder);
        Assert.Equal("stored", await Store(program));

        disk.Fill();
        Assert.Equal("refused", await Store(program));
        disk.Fill(leaveKilobytes: 96);
        Assert.Equal("stored", await Store(program));
        Assert.Equal("refused", await Store(program));

        disk.Free();
        Assert.Equal("stored", await Store(program));
        program.Kill();
        await program.WaitForExitAsync();
    }

    /// <summary>Adds 64 KB to a file for each line that it is told, and says how that went.</summary>
    private static Process Start(string folder)
    {
        const string Script = """
            trap '' XFSZ
            exec 3>>"$1/file"
            while read line; do
              if head -c 65536 /dev/zero >&3 2>/dev/null; then echo stored; else echo refused; fi
            done
            """;
        return Process.Start(
            new ProcessStartInfo("sh", ["-c", Script, "sh", folder])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
    }

    private static async Task<string?> Store(Process program)
    {
        await program.StandardInput.WriteLineAsync("more");
        return await program.StandardOutput.ReadLineAsync();
    }
}
