using System.Globalization;

namespace CuratorBot.Schedule;

/// <summary>What buttons say of obligations and of the schedule.</summary>
public static class ObligationActions
{
    public const string Done = "task.done";
    public const string Confirm = "task.confirm";

    public static string DoneOf(Obligation obligation) =>
        string.Create(CultureInfo.InvariantCulture, $"{Done}:{obligation.Id}");

    public static string ConfirmOf(ProjectTask task) => $"{Confirm}:{task.Id}";
}
