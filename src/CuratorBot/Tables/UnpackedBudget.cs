using System.IO.Compression;

namespace CuratorBot.Tables;

/// <summary>
/// Counts what really comes out of an archive, whatever its directory says, and stops at the limit.
/// </summary>
/// <param name="packed">Size of the whole archive, in bytes.</param>
internal sealed class UnpackedBudget(long packed)
{
    private long _left = Math.Min(TableLimits.LargestUnpacked, packed * TableLimits.LargestRatio);

    public Stream Open(ZipArchiveEntry entry) => new Counted(entry.Open(), this);

    private void Spend(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
            throw new TableRefusedException(TableRefusal.Inflated);
    }

    private sealed class Counted(Stream source, UnpackedBudget budget) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            budget.Spend(read);
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
