using CuratorBot.Host.Backup;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Host.Telegram;

namespace CuratorBot.Host.CommandLine;

/// <summary>What a command of the operator works with: the product over its data, without anything that runs.</summary>
/// <param name="settings">Those of the command line.</param>
internal sealed class OperatorData(string[] settings)
{
    /// <summary>
    /// Opened with the database as this version wants it, while no other command writes; the bot may run. The
    /// caller disposes it.
    /// </summary>
    /// <param name="command">Its name, for whoever has to wait.</param>
    public async Task<WebApplication> Open(string command)
    {
        var app = OpenAsItIs();
        var read = app.Services.GetRequiredService<HostSettings>();
        RefuseNothing(read);
        OwnerOnly.OpenDirectory(read.DataDirectory);
        PlaygroundMark.Check(read);
        await DatabaseStart.ForCommand(app.Services, command);
        return app;
    }

    /// <summary>For a look that changes nothing, not even the shape of the database. The caller disposes it.</summary>
    public WebApplication OpenAsItIs()
    {
        var app = OpenEvenHalfRestored();
        HalfRestore.Refuse(app.Services.GetRequiredService<HostSettings>().DataDirectory);
        return app;
    }

    public WebApplication OpenEvenHalfRestored()
    {
        MachineCheck.Pass();
        var builder = WebApplication.CreateBuilder(settings);
        var read = HostSettings.Read(builder.Configuration);
        builder.AddQuietLogging();
        builder.Services.AddCuratorBotHost(read).AddTelegram(read);
        return builder.Build();
    }

    /// <summary>
    /// Whoever forgot to say where the data are would begin new ones in the directory she stands in, and find
    /// nothing of it later.
    /// </summary>
    private static void RefuseNothing(HostSettings read)
    {
        if (
            read.DataDirectory == Path.GetFullPath(StorageRules.DemoDirectory)
            && PlaygroundMark.IsNothingIn(read.ConnectionString)
        )
            throw new RefusedException(
                ExitCodes.BadSettings,
                $"There are no data in {read.DataDirectory}. Say where the bot keeps its data with "
                    + "Storage:DataDirectory (Storage__DataDirectory in the environment), or start it first."
            );
    }
}
