using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>Notices a photo or document that was shown for another event before: the content tells, not the name.</summary>
internal static class UsedPhotos
{
    /// <summary>For the reviewer; null when all of them are new.</summary>
    public static async Task<RichText?> Note(TurnContext turn, EventReport report)
    {
        var hashes = report.Files.Select(file => file.Sha256).OfType<string>().Distinct().ToList();
        if (hashes.Count == 0)
            return null;
        var before = await turn
            .Db.EventReports.Where(other =>
                other.Id != report.Id && other.Files.Any(file => hashes.Contains(file.Sha256!))
            )
            .OrderBy(other => other.Id)
            .Select(other => new
            {
                other.From,
                Author = turn
                    .Db.People.Where(person => person.Id == other.AuthorId)
                    .Select(person => person.Name)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync();
        return before is null
            ? null
            : turn.Text("review.usedPhoto", ("date", before.From), ("author", before.Author));
    }
}
