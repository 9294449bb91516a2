using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CuratorBot.Data;

/// <summary>Instants are stored as milliseconds since 1970 in UTC: they sort and compare on every database.</summary>
public sealed class UtcMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored)
    );
