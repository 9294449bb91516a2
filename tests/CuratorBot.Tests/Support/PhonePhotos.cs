namespace CuratorBot.Tests.Support;

/// <summary>
/// Real photos of 32 by 24 points that tell where they were taken and with what: all with Exif (place, device, turned
/// by 90 degrees) and XMP (town), the JPEG and the PNG with whatever else programs write into them, thumbnails of the
/// JPEG in each of three places.
/// </summary>
internal static class PhonePhotos
{
    public static byte[] Heic => Read("phone.heic");
    public static byte[] Webp => Read("phone.webp");
    public static byte[] Jpeg => Read("phone.jpg");
    public static byte[] Png => Read("phone.png");

    /// <summary>What must not be found in them any more.</summary>
    public static readonly string[] Told = ["CuratorPhone", "Kuznetsk-Canary"];

    private static byte[] Read(string name)
    {
        using var photo = typeof(PhonePhotos).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[photo.Length];
        photo.ReadExactly(content);
        return content;
    }
}
