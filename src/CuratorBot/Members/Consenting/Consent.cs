using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Consenting;

/// <summary>
/// The agreement to the handling of personal data. It stands before everything else: until it is given,
/// nothing about the person is stored. What she agreed to is kept by version, hash and time.
/// </summary>
public static class Consent
{
    /// <param name="invitation">Id of the invitation that she came with; goes on with it afterwards.</param>
    public static async Task<OutgoingMessage> Ask(TurnContext turn, long? invitation = null)
    {
        var earlier = await NewestOf(turn.Db, turn.Who.PersonId);
        return earlier is not { WithdrawnAt: null } ? Whole(turn, turn.Text("consent.greeting"), invitation)
            : earlier.AskedAgainFor == VersionOf(turn.Texts) ? InShort(turn, invitation)
            : Anew(turn, earlier, invitation);
    }

    /// <summary>Notes what she agreed to, in the transaction of the turn.</summary>
    public static async Task Give(TurnContext turn)
    {
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        person.ForgetAt = null; // she has changed her mind
        turn.Db.Consents.Add(
            new ConsentGiven
            {
                Id = turn.Ids.Next(),
                PersonId = turn.Who.PersonId,
                Version = VersionOf(turn.Texts),
                Hash = HashOf(turn.Texts),
                GivenAt = turn.Now,
            }
        );
        var version = turn.Texts.Plain("audit.consentVersion", ("version", VersionOf(turn.Texts)));
        await AuditTrail.Note(turn, "consent.given", AuditSubject.Person(turn.Who.PersonId), after: version);
    }

    /// <summary>The consent that counts, be it withdrawn or not; null when she never gave any.</summary>
    public static Task<ConsentGiven?> NewestOf(CuratorBotDb db, long personId) =>
        db
            .Consents.Where(row => row.PersonId == personId)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync();

    public static int VersionOf(TextCatalogue texts) =>
        int.Parse(texts.Plain("consent.version"), CultureInfo.InvariantCulture);

    /// <summary>SHA-256 of the text in UTF-8, as lower-case hex.</summary>
    public static string HashOf(TextCatalogue texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document(texts).Text)));

    public static RichText Document(TextCatalogue texts) => texts.Get("consent.text");

    /// <summary>Once, with what has changed since the text that she agreed to.</summary>
    private static OutgoingMessage Anew(TurnContext turn, ConsentGiven earlier, long? invitation)
    {
        earlier.AskedAgainFor = VersionOf(turn.Texts);
        return Whole(turn, turn.Text("consent.again", ("changes", turn.Text("consent.changes"))), invitation);
    }

    private static OutgoingMessage Whole(TurnContext turn, RichText before, long? invitation) =>
        turn.Say(RichText.Lines(before, "", Document(turn.Texts))) with
        {
            Choices = Answers(turn, invitation),
        };

    /// <summary>She has read it; it is not repeated at every step.</summary>
    private static OutgoingMessage InShort(TurnContext turn, long? invitation) =>
        turn.Say("consent.stillAsked") with
        {
            Choices =
            [
                .. Answers(turn, invitation),
                [turn.Button("consent.read", $"{ConsentActions.Read}:")],
            ],
        };

    private static IReadOnlyList<IReadOnlyList<Choice>> Answers(TurnContext turn, long? invitation) =>
        [
            [turn.Button("consent.agree", $"{ConsentActions.Agree}:{VersionOf(turn.Texts)}.{invitation}")],
            [turn.Button("consent.refuse", $"{ConsentActions.Refuse}:")],
        ];
}
