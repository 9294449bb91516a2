namespace CuratorBot.Members.Inviting;

/// <summary>Section <c>Invitations</c>: how long they are valid and how much guessing is borne.</summary>
public sealed class InvitationOptions
{
    /// <summary>Days for which an invitation is valid; above 0.</summary>
    public double ValidDays { get; set; } = 14;

    /// <summary>How long a wrong code counts.</summary>
    public static readonly TimeSpan GuessingTime = TimeSpan.FromHours(1);

    /// <summary>Wrong codes of one person within an hour before she has to wait; above 0.</summary>
    public int WrongCodesPerPerson { get; set; } = 5;

    /// <summary>
    /// Wrong codes of all people together within an hour before typed codes have to wait; above 0. Links, which cannot be
    /// guessed, go on working.
    /// </summary>
    public int WrongCodesOverall { get; set; } = 50;

    public TimeSpan Validity => TimeSpan.FromDays(ValidDays);

    public bool IsUsable => ValidDays > 0 && WrongCodesPerPerson > 0 && WrongCodesOverall > 0;
}
