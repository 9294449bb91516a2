using System.Globalization;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Announcements;

/// <summary>What the author reads of how her announcement went.</summary>
internal static class AccountCard
{
    private const int TitleLength = 60;

    public static OutgoingMessage Message(
        long id,
        TextCatalogue texts,
        Announcement announcement,
        DeliveryAccount account
    ) =>
        new()
        {
            Id = id,
            Text = Text(texts, announcement, account),
            Choices = Choices(texts, announcement, account),
        };

    public static RichText Text(TextCatalogue texts, Announcement announcement, DeliveryAccount account)
    {
        var text = new RichTextBuilder().Line(
            texts.Get("announce.report.head", ("title", TitleOf(announcement)))
        );
        if (announcement.State == AnnouncementState.Cancelled)
            text.Line(texts.Get("announce.report.cancelled"));
        text.EmptyLine()
            .Line(texts.Get("announce.report.delivered", ("n", account.Delivered), ("all", account.All)));
        text.Line(texts.Get("announce.report.read", ("n", account.Read)));
        if (account.Unreachable > 0)
            text.Line(texts.Get("announce.report.unreachable", ("n", account.Unreachable)));
        if (account.OnItsWay > 0)
            text.Line(texts.Get("announce.report.onItsWay", ("n", account.OnItsWay)));
        if (account.Held > 0)
            text.Line(texts.Get("announce.report.held", ("n", account.Held)));
        return text.Build();
    }

    public static IReadOnlyList<IReadOnlyList<Choice>> Choices(
        TextCatalogue texts,
        Announcement announcement,
        DeliveryAccount account
    )
    {
        var rows = new List<IReadOnlyList<Choice>>
        {
            new[]
            {
                new Choice(
                    texts.Plain("announce.refresh"),
                    AnnouncementCards.ActionOf(AnnouncementActions.Refresh, announcement)
                ),
            },
        };
        if (account.All > account.Read)
            rows.Add([
                new Choice(
                    texts.Plain("announce.missing"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{AnnouncementActions.Missing}:{announcement.Id}:0"
                    )
                ),
            ]);
        return rows;
    }

    public static string TitleOf(Announcement announcement) =>
        Excerpt.Of(announcement.Text.Split('\n')[0], TitleLength);
}
