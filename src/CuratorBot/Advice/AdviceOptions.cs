namespace CuratorBot.Advice;

/// <summary>Section <c>Advice</c>: how many working days a request may wait for its first answer.</summary>
public sealed class AdviceOptions
{
    /// <summary>Before whoever helps the school is reminded; at least 1.</summary>
    public int RemindAfter { get; init; } = 1;

    /// <summary>Before she is reminded once more; more than <see cref="RemindAfter"/>.</summary>
    public int RemindAgainAfter { get; init; } = 3;

    /// <summary>Before the coordinator above her is told; more than <see cref="RemindAgainAfter"/>.</summary>
    public int TellCoordinatorAfter { get; init; } = 4;

    public bool IsPossible =>
        RemindAfter >= 1 && RemindAgainAfter > RemindAfter && TellCoordinatorAfter > RemindAgainAfter;
}
