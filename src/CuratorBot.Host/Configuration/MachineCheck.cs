using System.Globalization;
using CuratorBot.Host.CommandLine;
using CuratorBot.Schools;

namespace CuratorBot.Host.Configuration;

/// <summary>What the machine must bring along: the time of every region, and Russian dates, numbers and order.</summary>
public static class MachineCheck
{
    /// <exception cref="RefusedException">Something is missing; the message says what to install.</exception>
    public static void Pass()
    {
        var missing = RussianZones
            .FromMoscow.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            .ToList();
        if (missing.Count > 0)
            throw Refused(
                $"This machine does not know the time zones {string.Join(", ", missing)}. Install the package tzdata."
            );
        if (!KnowsRussian())
            throw Refused(
                "This machine does not know Russian dates and numbers. Install ICU (the package libicu) and take "
                    + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT out of the environment."
            );
    }

    /// <summary>Without the data of a culture .NET answers with the invariant one, under the name that was asked for.</summary>
    private static bool KnowsRussian()
    {
        try
        {
            return CultureInfo.GetCultureInfo("ru-RU").DateTimeFormat.GetMonthName(1)
                != CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(1);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static RefusedException Refused(string message) => new(ExitCodes.BadSettings, message);
}
