package io.utl.gateway.tools.check;

/** What a scenario says and what the core does differ; the message names line, expected and actual. */
final class ScenarioMismatch extends RuntimeException
{
    ScenarioMismatch(final int line, final String text, final String problem)
    {
        super("line " + line + ": " + text + "\n    " + problem);
    }
}
