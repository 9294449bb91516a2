using System.ComponentModel;
using System.Globalization;

namespace CuratorBot.Host.Configuration;

/// <summary>Reads sections, and gathers every value that cannot be right instead of stopping at the first.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    /// <summary>Longer than anybody waits, and short enough to be reckoned with.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Note(IEnumerable<string> problems) => _problems.AddRange(problems);

    /// <summary>Notes the problem unless <paramref name="holds"/>.</summary>
    public void Demand(bool holds, string problem)
    {
        if (!holds)
            _problems.Add(problem);
    }

    /// <summary>The section with the defaults filled in; all defaults when a value of it cannot be read.</summary>
    public T Read<T>(string name)
        where T : new()
    {
        var (section, before) = (configuration.GetSection(name), _problems.Count);
        foreach (var setting in SettingSections.SettingsOf(typeof(T)))
            if (section[setting.Name] is { } text)
                Check($"{name}:{setting.Name}", text, setting.PropertyType);
        return _problems.Count == before ? section.Get<T>() ?? new() : new();
    }

    private void Check(string key, string text, Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted == typeof(string))
            return;
        if (ValueOf(text, wanted) is not { } value)
            _problems.Add($"{key} must be {Expected(wanted)}; '{text}' is none.");
        else if (Doubt(text, value) is { } doubt)
            _problems.Add($"{key} {doubt}");
    }

    private static object? ValueOf(string text, Type type)
    {
        if (type.IsEnum && int.TryParse(text, CultureInfo.InvariantCulture, out _))
            return null;
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception wrong)
            when (wrong is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Doubt(string text, object value) =>
        value switch
        {
            double number when !double.IsFinite(number) => "must be a number with an end.",
            double and < 0 or int and < 0 or long and < 0 => "must not be below 0.",
            TimeSpan time when time < TimeSpan.Zero => "must not be below 0.",
            TimeSpan time when time > Longest => $"must not be longer than {Longest.TotalDays:0} days.",
            TimeSpan { Days: > 0 } time when text.Contains(':') && !text.Contains('.') =>
                $"is {time.Days} days when written as '{text}'; write the days before a point: 1.00:00:00 is a day.",
            _ => null,
        };

    private static string Expected(Type type) =>
        type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time as days.hours:minutes:seconds, such as 1.00:00:00 or 03:00:00"
        : type == typeof(double) ? "a number, with a point before decimals"
        : "a whole number";
}
