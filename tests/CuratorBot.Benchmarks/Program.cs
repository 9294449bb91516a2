using System.Globalization;
using CuratorBot.Benchmarks;
using CuratorBot.Benchmarks.Sentences;

// dotnet run -c Release --project tests/CuratorBot.Benchmarks [-- --updates 20000 --rate 100 --no-publish]
// dotnet run -c Release --project tests/CuratorBot.Benchmarks -- burst [--people 30000 --per-second 25 --kills 0]
// dotnet run -c Release --project tests/CuratorBot.Benchmarks -- documents
// dotnet run -c Release --project tests/CuratorBot.Benchmarks -- sentences [--development]
var output = new StreamWriter(Stdout.Open()) { AutoFlush = true };
if (args.FirstOrDefault() == "sentences")
{
    SentenceBenchmark.Run(output, withHeldOut: !args.Contains("--development"));
    return 0;
}
if (args.FirstOrDefault() == "documents")
{
    await DocumentLoad.Run(output, years: 1);
    await DocumentLoad.Run(output, years: 10);
    return 0;
}

var hostFolder = args.Contains("--no-publish") ? HostBuild.Folder : await HostBuild.Publish(output);
if (args.FirstOrDefault() == "burst")
    await Burst();
else
    await Status();
return 0;

async Task Status()
{
    var (updates, rate) = (Number("--updates", 20_000), Number("--rate", 100));
    var database = await GeneratedRegion.Create(output);
    if (updates > 0)
        output.WriteLine(await StatusLoad.Run(hostFolder, database, updates, perSecond: null));
    if (rate > 0)
        output.WriteLine(await StatusLoad.Run(hostFolder, database, rate * 20, perSecond: rate));
}

async Task Burst()
{
    var (people, perSecond) = (Number("--people", 30_000), Number("--per-second", 25));
    var database = await GeneratedRegion.Create(output, people);
    output.WriteLine(await BurstLoad.Run(hostFolder, database, people, perSecond, Number("--kills", 0)));
}

int Number(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
}
