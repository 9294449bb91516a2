using CuratorBot.Events.Sentences;

namespace CuratorBot.Benchmarks.Sentences;

/// <summary>One sentence, as it should be read and as it was.</summary>
internal sealed class SentenceResult
{
    private readonly SentenceSample _sample;
    private readonly string _mood;

    public SentenceResult(SentenceSample sample, ReportSentence read)
    {
        (_sample, _mood) = (sample, SentenceFields.MoodOf(read));
        (Expected, Filled) = (sample.Expected, _mood == "report" ? SentenceFields.Of(read) : []);
    }

    public Dictionary<string, string> Expected { get; }

    /// <summary>Nothing is filled in where no report is opened.</summary>
    public Dictionary<string, string> Filled { get; }
    public bool MoodIsRight => _mood == _sample.Mood;
    public bool IsRight => MoodIsRight && !SentenceFields.Names.Any(Differs);
    public bool FillsWrongly => Filled.Keys.Any(Differs);

    public bool Differs(string field) => Expected.GetValueOrDefault(field) != Filled.GetValueOrDefault(field);

    public string Describe()
    {
        var differences = SentenceFields
            .Names.Where(Differs)
            .Select(field =>
                $"{field}: {Expected.GetValueOrDefault(field, "—")} → {Filled.GetValueOrDefault(field, "—")}"
            );
        var mood = MoodIsRight ? [] : new[] { $"{_sample.Mood} → {_mood}" };
        return $"- {_sample.Id}{(_sample.Hard ? " (hard)" : "")} «{_sample.Text}»: {string.Join("; ", mood.Concat(differences))}";
    }
}
