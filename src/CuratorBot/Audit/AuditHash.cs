using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CuratorBot.Audit;

/// <summary>What the chain is made of. Fields are written with their lengths, so that none can run into another.</summary>
internal static class AuditHash
{
    /// <summary>Stands before the first entry.</summary>
    public const string Nothing = "";

    public static string OfPayload(string salt, AuditEntry entry) =>
        Of([salt, entry.Title, entry.Before, entry.After]);

    public static string OfEntry(string previous, AuditEntry entry) =>
        Of([
            previous,
            Written(entry.Sequence),
            Written(entry.At.ToUnixTimeMilliseconds()),
            entry.ActorId is { } actor ? Written(actor) : null,
            entry.Channel,
            entry.What,
            entry.SubjectKind,
            entry.SubjectId,
            entry.PersonId is { } person ? Written(person) : null,
            entry.SchoolId,
            entry.MunicipalityId,
            entry.Region,
            entry.PayloadHash,
        ]);

    private static string Of(IEnumerable<string?> fields)
    {
        var all = new StringBuilder();
        foreach (var field in fields)
            all.Append(field is null ? "-" : Written(field.Length)).Append(':').Append(field).Append(';');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
