using QRCoder;

namespace CuratorBot.Messaging;

/// <summary>A QR code that can be printed and read back from paper.</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 12;

    /// <summary>A PNG; a quarter of it may be dirty or torn.</summary>
    public static byte[] Png(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(PixelsPerModule);
    }
}
