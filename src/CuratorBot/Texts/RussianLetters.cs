namespace CuratorBot.Texts;

/// <summary>Letters that are one to whoever types.</summary>
public static class RussianLetters
{
    /// <summary>With «е» for every «ё».</summary>
    public static string WithoutYo(string text) => text.Replace('ё', 'е').Replace('Ё', 'Е');
}
