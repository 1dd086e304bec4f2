package io.utl.gateway.journal;

/**
 * Where a journal ends: found by reading all of it once, checking every record.
 *
 * @param position of the last good record that counts; (0, 0) if none.
 * @param crc      its checksum.
 * @param timeNs   its time, nanoseconds since the Unix epoch.
 * @param epoch    number of the epoch it ends in; 0 if the journal is empty.
 * @param bootId   boot of the newest epoch that holds more than its head; empty if none does.
 * @param clean    true if that epoch was ended on purpose.
 * @param records  records read, heads included.
 * @param tail     what lay behind the last good record, as a sentence; empty if nothing did.
 */
record JournalEnd(Position position, int crc, long timeNs, long epoch, String bootId, boolean clean, long records,
    String tail)
{
    /**
     * @param upTo events of later commands are void: those commands are lost.
     */
    static JournalEnd read(final JournalDirectory directory, final JournalDirectory.Stream stream, final long upTo)
    {
        try (JournalReader reader = JournalReader.open(directory, stream, false))
        {
            Position position = Position.START;
            int crc = 0;
            long timeNs = 0;
            String bootId = "";
            while (reader.next())
            {
                if (reader.kind() != RecordKind.HEAD)
                {
                    bootId = reader.head().bootId();
                }
                if (reader.position().sequence() <= upTo)
                {
                    position = reader.position();
                    crc = reader.crc();
                    timeNs = reader.timeNs();
                }
            }
            final HighWaterMark.State mark = reader.mark();
            return new JournalEnd(position, crc, timeNs, reader.epoch(), bootId,
                mark != null && mark.clean() && mark.epoch() == reader.epoch(), reader.records(), reader.tail());
        }
    }
}
