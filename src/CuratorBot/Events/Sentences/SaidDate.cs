namespace CuratorBot.Events.Sentences;

internal enum DateKind
{
    /// <summary>Of something that was held.</summary>
    Held,

    /// <summary>Still to come.</summary>
    Ahead,

    /// <summary>By then something is to be done: «до 20 мая».</summary>
    Due,
}

/// <summary>A day, or several in a row, that a sentence names.</summary>
/// <param name="From">Null when it names a day but not beyond doubt which one.</param>
internal sealed record SaidDate(Stretch At, DateKind Kind, DateOnly? From, DateOnly? To);
