package io.utl.gateway.tools;

import picocli.CommandLine.Option;

/** The one option that every verb has. */
final class HelpOption
{
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this text.")
    private boolean asked;
}
