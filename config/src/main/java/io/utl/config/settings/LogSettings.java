package io.utl.config.settings;

/**
 * Log lines on standard error.
 *
 * @param format for people or for collectors.
 * @param level  least level that is written.
 */
public record LogSettings(Format format, Level level)
{
    /** Form of a line. */
    public enum Format
    {
        TEXT,
        /** One JSON object a line, UTC. */
        JSON
    }

    /** Least level that is written. */
    public enum Level
    {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
