using System.Globalization;

namespace CuratorBot.Reminders.Debtors;

/// <summary>Which debtors are spoken of, as the buttons say it: «kuznetsk:0:kuznetsk_sosh_3|kuznetsk_sosh_10».</summary>
/// <param name="MunicipalityId">Null for all that she works for.</param>
/// <param name="Page">Of the list, from 0.</param>
/// <param name="LeftOut">Keys of the groups that are not to be reminded.</param>
internal sealed record Selection(string? MunicipalityId, int Page, IReadOnlyList<string> LeftOut)
{
    public static Selection Parse(string argument)
    {
        var parts = argument.Split(':', 3);
        return new Selection(
            parts[0].Length > 0 ? parts[0] : null,
            Conversations.Turns.Page.Wanted(parts.ElementAtOrDefault(1) ?? ""),
            (parts.ElementAtOrDefault(2) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{MunicipalityId}:{Page}:{string.Join('|', LeftOut)}");

    public bool Includes(DebtorGroup group) => !LeftOut.Contains(group.Key);

    public Selection Toggled(DebtorGroup group) =>
        this with
        {
            LeftOut = Includes(group) ? [.. LeftOut, group.Key] : [.. LeftOut.Where(key => key != group.Key)],
        };
}
