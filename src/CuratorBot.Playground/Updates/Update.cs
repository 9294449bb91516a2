using System.Text;

namespace CuratorBot.Playground.Updates;

/// <summary>An update that waits for the bot. <paramref name="Member"/> is the JSON after update_id, such as
/// <c>"message":{…}</c>, already serialised.</summary>
internal readonly record struct Update(long Id, long ChatId, ReadOnlyMemory<byte> Member, long ExpiresAt)
{
    /// <summary>The name in front of the colon: message, callback_query …</summary>
    public string Kind()
    {
        var span = Member.Span;
        var end = span[1..].IndexOf((byte)'"');
        return end < 0 ? "" : Encoding.ASCII.GetString(span.Slice(1, end));
    }
}
