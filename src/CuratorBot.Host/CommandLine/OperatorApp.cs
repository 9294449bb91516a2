using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Telegram;

namespace CuratorBot.Host.CommandLine;

/// <summary>What a command of the operator works with: the product over its data, without anything that runs.</summary>
internal static class OperatorApp
{
    /// <summary>Opened with the database as this version wants it. The caller disposes it.</summary>
    public static async Task<WebApplication> Open()
    {
        var builder = WebApplication.CreateBuilder();
        var settings = HostSettings.Read(builder.Configuration);
        Directory.CreateDirectory(settings.DataDirectory);
        builder.AddQuietLogging();
        builder.Services.AddCuratorBotHost(settings).AddTelegram(settings);
        var app = builder.Build();
        await DatabaseStart.Prepare(app.Services);
        return app;
    }
}
