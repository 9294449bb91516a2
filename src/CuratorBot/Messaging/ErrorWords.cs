namespace CuratorBot.Messaging;

/// <summary>
/// What a log and a table may keep of an error: of which kind it was and where it happened. Never its message,
/// which may repeat what somebody wrote.
/// </summary>
public static class ErrorWords
{
    /// <summary>The kinds, the outermost first: «DbUpdateException, SqliteException».</summary>
    public static string KindsOf(Exception error)
    {
        var kinds = new List<string>();
        for (var each = error; each is not null; each = each.InnerException)
            kinds.Add(each.GetType().Name);
        return string.Join(", ", kinds);
    }

    /// <summary>The kinds and the calls that led there, which hold no values.</summary>
    public static string Of(Exception error) => $"{KindsOf(error)}{Environment.NewLine}{error.StackTrace}";
}
