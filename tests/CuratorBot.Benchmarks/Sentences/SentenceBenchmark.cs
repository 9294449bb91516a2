using System.Diagnostics;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Sentences;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Benchmarks.Sentences;

/// <summary>How well plain sentences are read as reports: precision and recall of every field.</summary>
internal static class SentenceBenchmark
{
    private const int Repetitions = 20;

    public static void Run(TextWriter output, bool withHeldOut)
    {
        var reader = new SentenceReader(
            EmbeddedJson.Read<List<EventType>>("event-types"),
            new NameIndex(Municipalities, Schools)
        );
        var samples = SentenceSample.All();
        Report(output, "development", reader, [.. samples.Where(one => one.Set != SentenceSample.HeldOut)]);
        if (withHeldOut)
            Report(output, "held out", reader, [.. samples.Where(one => one.Set == SentenceSample.HeldOut)]);
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < Repetitions; time++)
            foreach (var sample in samples)
                Read(reader, sample);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / (Repetitions * samples.Count);
        output.WriteLine($"{each:0.00} ms for a sentence");
    }

    private static List<School> Schools { get; } = EmbeddedJson.Read<List<School>>("schools");
    private static List<Municipality> Municipalities { get; } =
        EmbeddedJson.Read<List<Municipality>>("municipalities");

    private static ReportSentence Read(SentenceReader reader, SentenceSample sample) =>
        reader.Read(sample.Text, AskerOf(sample.Asker).MayWork.Includes, SentenceSample.Today);

    private static void Report(
        TextWriter output,
        string set,
        SentenceReader reader,
        List<SentenceSample> samples
    )
    {
        var results = samples.ConvertAll(sample => new SentenceResult(sample, Read(reader, sample)));
        output.WriteLine(
            $"## {set}: {samples.Count} sentences, {samples.Count(one => one.Hard)} of them hard"
        );
        output.WriteLine("| field | expected | filled | right | precision | recall |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var field in SentenceFields.Names)
            output.WriteLine(Row(field, results));
        output.WriteLine($"mood right: {results.Count(one => one.MoodIsRight)} of {results.Count}");
        output.WriteLine($"all fields right: {results.Count(one => one.IsRight)} of {results.Count}");
        output.WriteLine(
            $"a wrong value filled in: {results.Count(one => one.FillsWrongly)} of {results.Count}"
        );
        foreach (var result in results.Where(one => !one.IsRight))
            output.WriteLine(result.Describe());
        output.WriteLine();
    }

    private static string Row(string field, List<SentenceResult> results)
    {
        var (expected, filled, right) = (
            results.Count(one => one.Expected.ContainsKey(field)),
            results.Count(one => one.Filled.ContainsKey(field)),
            results.Count(one => one.Expected.ContainsKey(field) && !one.Differs(field))
        );
        return $"| {field} | {expected} | {filled} | {right} | {Share(right, filled)} | {Share(right, expected)} |";
    }

    private static string Share(int part, int all) => all == 0 ? "—" : $"{100.0 * part / all:0.0} %";

    private static Asker AskerOf(string role)
    {
        List<HeldRole> roles = role switch
        {
            "curator" =>
            [
                new(Role.Curator, "kuznetsk_sosh_3", "kuznetsk", null),
                new(Role.Curator, "kuznetsk_sosh_10", "kuznetsk", null),
            ],
            "director" => [new(Role.Director, "kuznetsk_sosh_3", "kuznetsk", null)],
            "teacher" => [new(Role.Teacher, "kuznetsk_sosh_3", "kuznetsk", null)],
            "coordinator" => [new(Role.MunicipalCoordinator, null, "kuznetsk", null)],
            _ => [new(Role.RegionalCoordinator, null, null, null)],
        };
        return new Asker(1, "Пример", Consented: true, roles, Asker.DefaultTimeZone);
    }
}
