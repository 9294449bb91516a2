using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>A percent of a base, «77 из 97»: a percent alone is asked for again, because it forgets the base.</summary>
public sealed class ShareQuestion(string key) : Question(key)
{
    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        if (Share.Read(TypedText.OneLine(asking.Message.Text)) is not { } share)
            return new(new Reading.Refused(turn.Text("forms.wantsShare")));
        if (share.Part > share.Base)
            return new(
                new Reading.Refused(
                    turn.Text("forms.shareAboveAll", ("part", share.Part), ("base", share.Base))
                )
            );
        return new(new Reading.Taken(new Answer(share.ToString(), Shown(turn.Texts, share))));
    }

    /// <summary>«77 из 97 — 79,4 %, указано 75 %».</summary>
    public static string Shown(TextCatalogue texts, Share share) =>
        texts.Plain(
            share.Stated is null ? "forms.share" : "forms.shareStated",
            ("part", share.Part),
            ("base", share.Base),
            ("percent", Share.Show(share.Percent)),
            ("stated", share.Stated is { } stated ? Share.Show(stated) : null)
        );

    /// <summary>«77 из 97», «77 из 97 (75 %)»: from which it is read again.</summary>
    public static string Written(TextCatalogue texts, Share share) =>
        texts.Plain(
            share.Stated is null ? "forms.shareWritten" : "forms.shareWrittenStated",
            ("part", share.Part),
            ("base", share.Base),
            ("stated", share.Stated is { } stated ? Share.ShowWhole(stated) : null)
        );
}
