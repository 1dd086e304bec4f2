package io.utl.config.source;

import java.util.List;

/** The settings cannot be used; says everything that is wrong, one line each. */
public final class SettingsException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public SettingsException(final List<String> problems)
    {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: origin, key, value, rule. */
    public List<String> problems()
    {
        return problems;
    }
}
