using System.Globalization;
using CuratorBot.Benchmarks;
using CuratorBot.Benchmarks.Sentences;

// dotnet run -c Release --project tests/CuratorBot.Benchmarks [-- --updates 20000 --rate 100 --no-publish]
// dotnet run -c Release --project tests/CuratorBot.Benchmarks -- sentences [--development]
var updates = Number("--updates", 20_000);
var rate = Number("--rate", 100);
var output = new StreamWriter(Stdout.Open()) { AutoFlush = true };
if (args.FirstOrDefault() == "sentences")
{
    SentenceBenchmark.Run(output, withHeldOut: !args.Contains("--development"));
    return 0;
}

var hostFolder = args.Contains("--no-publish") ? HostBuild.Folder : await HostBuild.Publish(output);
var database = await GeneratedRegion.Create(output);
if (updates > 0)
    output.WriteLine(await StatusLoad.Run(hostFolder, database, updates, perSecond: null));
if (rate > 0)
    output.WriteLine(await StatusLoad.Run(hostFolder, database, rate * 20, perSecond: rate));
return 0;

int Number(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
}
