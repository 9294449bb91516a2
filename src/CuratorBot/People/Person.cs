using CuratorBot.Data;

namespace CuratorBot.People;

/// <summary>
/// Somebody who wrote to the bot. A person is not a chat: she may have several channel accounts, while
/// drafts, roles and reminders are hers. Until she consents, nothing but the row itself is stored.
/// </summary>
public sealed class Person : Entity
{
    /// <summary>As she wants to be called, 2–100 characters; null before consent.</summary>
    public string? Name { get; set; }

    /// <summary>Digits with a leading plus, as the messenger gave it with her own contact.</summary>
    public string? Phone { get; set; }

    /// <summary>
    /// What she is busy with now, out of several municipalities or schools of hers: at most one of the two.
    /// A default for what she asks without a name, never a right and never a bound.
    /// </summary>
    public string? NowMunicipalityId { get; set; }
    public string? NowSchoolId { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When she is to be forgotten, because she or the operator said so; null when not.</summary>
    public DateTimeOffset? ForgetAt { get; set; }

    /// <summary>Set once she was forgotten: what stays with the schools then names nobody.</summary>
    public DateTimeOffset? ForgottenAt { get; set; }
}
