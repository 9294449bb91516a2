using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>A coordinator's invitation arrives as a picture for the paper order, with link and code below.</summary>
public sealed partial class InvitationPictureTests
{
    [Fact]
    public async Task An_invitation_lies_in_the_chat_as_a_QR_code_of_its_link()
    {
        await using var stage = await Stage.OpenAndStart();
        var coordinator = stage.Person(Stage.Coordinator);
        await coordinator.Ask("/invite", "Кого приглашаем");
        await coordinator.Press("Директора школы", "В какую школу");

        var letter = await coordinator.Press("СОШ №16 г. Кузнецка", "Наведите камеру");

        var link = Link().Match(letter.Text!);
        Assert.True(link.Success, letter.Text);
        Assert.Equal(AttachmentKind.Photo, letter.Attachment?.Kind);
        Assert.Equal(QrPicture.Png(link.Value).Length, letter.Attachment!.Files[^1].Size);
        await stage.Host.Stop();
        Assert.DoesNotContain(
            Directory.EnumerateFiles(stage.Folder, "*", SearchOption.AllDirectories),
            file => file.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
        );
    }

    [GeneratedRegex(@"https://t\.me/\w+\?start=\w+")]
    private static partial Regex Link();
}
