using CuratorBot;
using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database;
using CuratorBot.Host.Demo;
using CuratorBot.Host.Edge;
using CuratorBot.Host.Health;
using CuratorBot.Host.Telegram;
using CuratorBot.Playground;
using Microsoft.AspNetCore.Hosting.Server;

try
{
    OwnerOnly.FromNowOn();
    return await Run(args);
}
catch (RefusedException refusal)
{
    StandardOutput.OpenErrors().WriteLine(refusal.Message);
    return refusal.ExitCode;
}

static async Task<int> Run(string[] args)
{
    SettingWords words;
    try
    {
        words = SettingWords.Split(args);
    }
    catch (FormatException error)
    {
        StandardOutput.OpenErrors().WriteLine(error.Message);
        return ExitCodes.Usage;
    }
    if (words.Rest.Length > 0)
        return await OperatorCommands.Run(words, StandardOutput.Open(), StandardOutput.OpenErrors());

    MachineCheck.Pass();
    var builder = WebApplication.CreateBuilder(words.Settings);
    var settings = HostSettings.Read(builder.Configuration);
    OwnerOnly.OpenDirectory(settings.DataDirectory);

    builder.AddQuietLogging();
    builder.AddEdge(settings);
    builder.Services.AddCuratorBotHost(settings).AddTelegram(settings).AddHealth().AddClock();
    if (settings.DemoClock)
        builder.Services.AddHostedService<DemoClockKeeper>();
    if (settings.Playground)
        builder.Services.AddPlayground(settings);

    var app = builder.Build();
    await DatabaseStart.ForBot(app.Services);

    app.UseEdge();
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
}
