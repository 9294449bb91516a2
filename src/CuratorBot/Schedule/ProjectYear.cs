namespace CuratorBot.Schedule;

/// <summary>Project years run from September to August and are named by their second half: 2022 is 2021–2022.</summary>
public static class ProjectYear
{
    private const int September = 9;

    public static int Of(DateOnly day) => day.Month >= September ? day.Year + 1 : day.Year;

    public static DateOnly FirstDay(int year) => new(year - 1, September, 1);
}
