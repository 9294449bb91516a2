using System.Security.Cryptography;
using System.Text;
using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.People;

/// <summary>
/// The agreement to the handling of personal data. It stands before everything else: until it is given,
/// nothing about the person is stored. What she agreed to is kept by version, hash and time.
/// </summary>
public static class Consent
{
    /// <param name="invitation">Id of the invitation that she came with; goes on with it afterwards.</param>
    public static OutgoingMessage Ask(TurnContext turn, long? invitation = null) =>
        turn.Say(RichText.Lines(turn.Text("consent.greeting"), "", Document(turn.Texts))) with
        {
            Choices =
            [
                [turn.Button("consent.agree", $"{ConsentActions.Agree}:{invitation}")],
                [turn.Button("consent.refuse", $"{ConsentActions.Refuse}:")],
            ],
        };

    public static void Give(TurnContext turn, Person person)
    {
        person.ConsentedAt = turn.Now;
        person.ConsentVersion = turn.Texts.Plain("consent.version");
        person.ConsentHash = HashOf(turn.Texts);
    }

    /// <summary>SHA-256 of the text in UTF-8, as lower-case hex.</summary>
    public static string HashOf(TextCatalogue texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document(texts).Text)));

    private static RichText Document(TextCatalogue texts) => texts.Get("consent.text");
}
