package io.utl.gateway.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.utl.gateway.launch.Build;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what runs. */
@Command(name = "version", description = "Version, commit, Java and schema.",
    footer = {"", "Example: ./utl version --format json"})
final class VersionCommand implements Runnable
{
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "TEXT", description = "Form of the answer.")
    private OutputFormat format;

    @Override
    public void run()
    {
        final PrintWriter out = spec.commandLine().getOut();
        if (format == OutputFormat.JSON)
        {
            out.println(new ObjectMapper().createObjectNode().put("version", Build.version())
                .put("commit", Build.commit()).put("java", Build.java()).put("schema", Build.schema()));
            return;
        }
        out.println("utl " + Build.version());
        out.println("commit " + Build.commit());
        out.println("java " + Build.java());
        out.println("schema " + Build.schema());
    }
}
