using CuratorBot.Schools;

namespace CuratorBot.Events.Sentences;

/// <param name="Words">The words of the sentence that say it, as they were typed.</param>
public sealed record Said<T>(T Value, string Words);

public enum SentenceMood
{
    /// <summary>Nothing that reports of an event: a name, a question, a request, thanks.</summary>
    Other,

    /// <summary>Of something that was held.</summary>
    Report,

    /// <summary>Of something still to come.</summary>
    Plan,

    /// <summary>Of something that did not take place.</summary>
    NotHeld,
}

/// <summary>
/// What a sentence says of an event. A field is there only if it can mean one thing; of what can mean
/// several, the words are kept, to be asked about.
/// </summary>
public sealed record ReportSentence
{
    public required SentenceMood Mood { get; init; }
    public Said<EventType>? Type { get; init; }

    /// <summary>Words that name a kind of event without saying which: «диагностика».</summary>
    public string? UnclearType { get; init; }
    public Said<Named>? School { get; init; }

    /// <summary>Words that name a school without saying which, or one that is not hers.</summary>
    public string? UnclearSchool { get; init; }

    /// <summary>Whether <see cref="UnclearSchool"/> fits several schools of hers.</summary>
    public bool FitsSeveralSchools { get; init; }

    /// <summary>Whether it names a day at all, though perhaps not beyond doubt.</summary>
    public bool NamesADay { get; init; }
    public Said<DateOnly>? Date { get; init; }

    /// <summary>The day that is still to come, where it names one.</summary>
    public Said<DateOnly>? Ahead { get; init; }

    /// <summary>The last day, where it took several.</summary>
    public Said<DateOnly>? Until { get; init; }
    public Said<int>? People { get; init; }

    /// <summary>Of how many: «77 из 97».</summary>
    public Said<int>? Base { get; init; }

    /// <summary>How many events it is about, where they were several: «3 консультации».</summary>
    public Said<int>? Events { get; init; }
    public Said<string>? Topic { get; init; }
    public Said<string>? Result { get; init; }
    public Said<string>? Next { get; init; }
    public Said<DateOnly>? CheckBack { get; init; }
    public Said<string>? Format { get; init; }
    public Said<string>? Audience { get; init; }

    /// <summary>The same as something that is planned: its day is the one to come.</summary>
    public ReportSentence AsPlan() => this with { Date = Ahead, Until = null };
}
