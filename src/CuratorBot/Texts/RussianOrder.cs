using System.Globalization;

namespace CuratorBot.Texts;

/// <summary>The order of lists that people read.</summary>
public static class RussianOrder
{
    /// <summary>Numbers by their value: №3 stands before №10.</summary>
    public static IComparer<string> Names { get; } =
        StringComparer.Create(CultureInfo.GetCultureInfo("ru-RU"), CompareOptions.NumericOrdering);
}
