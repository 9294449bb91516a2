using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Telegram;

namespace CuratorBot.Host.CommandLine;

/// <summary>What a command of the operator works with: the product over its data, without anything that runs.</summary>
/// <param name="settings">Those of the command line.</param>
internal sealed class OperatorData(string[] settings)
{
    /// <summary>Opened with the database as this version wants it. The caller disposes it.</summary>
    public async Task<WebApplication> Open()
    {
        var app = OpenAsItIs();
        Directory.CreateDirectory(app.Services.GetRequiredService<HostSettings>().DataDirectory);
        await DatabaseStart.Prepare(app.Services);
        return app;
    }

    /// <summary>For a look that changes nothing, not even the shape of the database. The caller disposes it.</summary>
    public WebApplication OpenAsItIs()
    {
        var builder = WebApplication.CreateBuilder(settings);
        var read = HostSettings.Read(builder.Configuration);
        builder.AddQuietLogging();
        builder.Services.AddCuratorBotHost(read).AddTelegram(read);
        return builder.Build();
    }
}
