using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>Takes a person's name and number out of messages that other people were sent.</summary>
internal static class Mentions
{
    private const int AtOnce = 500;

    /// <param name="instead">What stands there afterwards.</param>
    public static async Task Replace(
        CuratorBotDb db,
        IReadOnlyList<long> messages,
        IReadOnlyList<string> words,
        string instead
    )
    {
        var longestFirst = words.OrderByDescending(word => word.Length).ToList();
        foreach (var chunk in messages.Chunk(AtOnce))
        {
            var rows = await db.Outbox.Where(row => EF.Parameter(chunk).Contains(row.Id)).ToListAsync();
            foreach (var row in rows)
                row.Body = Postman.Write(Without(Outbox.Read(row), longestFirst, instead));
            await db.SaveChangesAsync();
        }
    }

    private static OutgoingMessage Without(OutgoingMessage message, List<string> words, string instead)
    {
        string Clean(string text) => words.Aggregate(text, (said, word) => ReplaceWhole(said, word, instead));
        var text = Clean(message.Text.Text);
        return message with
        {
            // The styles would not fit any more; they are of no use in what was sent.
            Text = text == message.Text.Text ? message.Text : (RichText)text,
            FileName = message.FileName is { } name ? Clean(name) : null,
            Choices =
            [
                .. message.Choices.Select(
                    IReadOnlyList<Choice> (row) =>
                        [.. row.Select(choice => choice with { Label = Clean(choice.Label) })]
                ),
            ],
        };
    }

    /// <summary>Only where no letter or digit goes on: «Ян» is not in «Январь».</summary>
    private static string ReplaceWhole(string text, string word, string instead)
    {
        for (var from = 0; text.IndexOf(word, from, StringComparison.Ordinal) is var at and >= 0; )
        {
            var end = at + word.Length;
            var isWhole =
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isWhole)
                text = string.Concat(text.AsSpan(0, at), instead, text.AsSpan(end));
            from = isWhole ? at + instead.Length : end;
        }
        return text;
    }
}
