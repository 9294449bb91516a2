using System.Globalization;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>How many photos there are, and how many other files: «3 фото, 1 документ».</summary>
public sealed record FileCount(int Photos, int Documents)
{
    private const char Between = '+';
    private const string Photo = "photo";

    /// <param name="kinds">Of the files.</param>
    public static FileCount Of(IReadOnlyCollection<string> kinds)
    {
        var photos = kinds.Count(kind => kind == Photo);
        return new FileCount(photos, kinds.Count - photos);
    }

    /// <summary>Of an answer with files, or of what <see cref="ToString"/> has written.</summary>
    public static FileCount In(string value) =>
        FilesQuestion.IsAnswer(value) ? Of([.. FilesQuestion.FilesIn(value).Files.Select(file => file.Kind)])
        : value.Split(Between) is [var photos, var documents]
            ? new FileCount(
                int.Parse(photos, CultureInfo.InvariantCulture),
                int.Parse(documents, CultureInfo.InvariantCulture)
            )
        : throw new FormatException("It counts no files.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Photos}{Between}{Documents}");

    public IEnumerable<string> InWords(TextCatalogue texts)
    {
        if (Photos > 0)
            yield return texts.Plain("forms.photosShown", ("count", Photos));
        if (Documents > 0)
            yield return texts.Plain("forms.documentsShown", ("count", Documents));
    }
}
