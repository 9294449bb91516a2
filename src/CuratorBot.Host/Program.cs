using System.Globalization;
using CuratorBot.Host;
using CuratorBot.Host.Backup;
using CuratorBot.Host.Clock;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Database.Documents;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Host.Demo;
using CuratorBot.Host.Edge;
using CuratorBot.Host.Health;
using CuratorBot.Host.Jobs;
using CuratorBot.Host.Telegram;
using CuratorBot.Playground;
using Microsoft.AspNetCore.Hosting.Server;

try
{
    // What names no culture is written and compared alike on every machine.
    CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    OwnerOnly.FromNowOn();
    var words = SettingWords.Split(args);
    if (words.Rest.Length > 0)
        return await OperatorCommands.Run(words, StandardOutput.Open(), StandardOutput.OpenErrors());

    MachineCheck.Pass();
    var builder = WebApplication.CreateBuilder(words.Settings);
    var settings = HostSettings.ForBot(builder.Configuration);
    OwnerOnly.OpenDirectory(settings.DataDirectory);
    PlaygroundMark.Check(settings);

    var isStarting = true;
    builder.UseDefaultAddress();
    builder.AddQuietLogging(() => isStarting);
    builder.AddEdge(settings);
    builder
        .Services.AddCuratorBotHost(settings)
        .AddTelegram(settings)
        .AddHealth()
        .AddClock()
        .AddDailyBackup(settings);
    if (settings.DemoClock)
        builder.Services.AddHostedService<DemoClockKeeper>();
    if (settings.Playground)
        builder.Services.AddPlayground(settings);
    builder.Services.AddHostedService<DocumentUpkeep>();
    builder.Services.AddHostedService<StartReport>();

    var app = builder.Build();
    await DatabaseStart.ForBot(app.Services);

    app.UseEdge();
    app.UseJobDashboard(settings);
    if (settings.Playground)
        app.UsePlayground(app.Services.GetRequiredService<PlaygroundWorld>());
    app.UseTelegram();
    app.MapHealth();
    if (settings.DemoClock)
        app.MapDemoClock();

    if (!await HostEnding.Start(app))
        return ExitCodes.Ok;
    isStarting = false;
    if (settings.Playground)
        StandardOutput
            .Open()
            .WriteLine(
                $"CuratorBot plays at {TelegramSetup.AddressOf(app.Services.GetRequiredService<IServer>())}/"
            );
    await app.WaitForShutdownAsync();
    return HostEnding.CodeOf(app.Services);
}
catch (Exception error) when (KnownEnds.Of(error) is { } end)
{
    StandardOutput.OpenErrors().WriteLine(end.Words);
    return end.Code;
}
