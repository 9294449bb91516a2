using CuratorBot;
using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Demo;
using CuratorBot.Host.Health;
using CuratorBot.Host.Telegram;
using CuratorBot.Playground;
using Microsoft.AspNetCore.Hosting.Server;

if (args is ["invite", ..])
    return await InviteCommand.Run(args[1..], StandardOutput.Open());
if (args is ["verify-audit", ..])
    return await VerifyAuditCommand.Run(args[1..], StandardOutput.Open());
if (args is ["import-schools", ..])
    return await ImportSchoolsCommand.Run(args[1..], StandardOutput.Open());
if (args is ["import-roster", ..])
    return await ImportRosterCommand.Run(args[1..], StandardOutput.Open());
if (args is ["forget", ..])
    return await PersonalDataCommands.Forget(args[1..], StandardOutput.Open());
if (args is ["list-people", ..])
    return await PersonalDataCommands.List(args[1..], StandardOutput.Open());

var builder = WebApplication.CreateBuilder(args);
var settings = HostSettings.Read(builder.Configuration);
Directory.CreateDirectory(settings.DataDirectory);

builder.AddQuietLogging();
builder.Services.AddCuratorBotHost(settings).AddTelegram(settings).AddClock();
if (settings.DemoClock)
    builder.Services.AddHostedService<DemoClockKeeper>();
if (settings.Playground)
    builder.Services.AddPlayground(settings);

var app = builder.Build();
await DatabaseStart.Prepare(app.Services);

if (settings.Playground)
    app.UsePlayground(app.Services.GetRequiredService<PlaygroundWorld>());
app.UseTelegram();
app.MapHealth();
if (settings.DemoClock)
    app.MapDemoClock();

await app.StartAsync();
if (settings.Playground)
    StandardOutput
        .Open()
        .WriteLine(
            $"CuratorBot plays at {TelegramSetup.AddressOf(app.Services.GetRequiredService<IServer>())}/"
        );
await app.WaitForShutdownAsync();
return 0;
