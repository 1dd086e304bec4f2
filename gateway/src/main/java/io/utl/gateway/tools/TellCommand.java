package io.utl.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.utl.codecs.script.ScriptException;
import io.utl.codecs.script.ScriptReference;
import io.utl.gateway.launch.Endpoints;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Submits one command in its one-line form to a running gateway. */
@Command(name = "tell", sortOptions = false,
    description = "Submit one command in its one-line form to a running gateway, and print what followed from it.",
    footer = {
        "",
        "Examples:",
        "  ./utl tell 'deposit account=FUND1 asset=USDT 500 location=BINANCE ext=d-1'",
        "  ./utl tell 'kill name=FUND1 scope=ACCOUNT engaged=1'",
        "  ./utl tell --words deposit",
        "",
        "Exit codes: 0 applied, 1 refused or not reached, 2 the line cannot be read."
    })
final class TellCommand implements Callable<Integer>
{
    private static final int APPLIED = 200;
    private static final int REFUSED = 409;
    private static final int BAD_LINE = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "./var",
        description = "Of the running gateway (./var).")
    private Path data;

    @Option(names = "--author", paramLabel = "NAME", description = "Who asks; goes into the journal (the user's name).")
    private String author = System.getProperty("user.name", "operator");

    @Option(names = "--words", paramLabel = "VERB", arity = "0..1", fallbackValue = "",
        description = "Submit nothing: list the verbs, or the fields of one verb.")
    private String asked;

    @Parameters(paramLabel = "LINE", arity = "0..*", description = "The command; its words may also stand unquoted.")
    private String[] words = {};

    @Override
    public Integer call() throws IOException, InterruptedException
    {
        if (asked != null)
        {
            return explain();
        }
        if (words.length == 0)
        {
            throw new ParameterException(spec.commandLine(), "say what to tell: a line, or --words for what there is");
        }
        final URI door = URI.create(Endpoints.admin(data) + "/tell?author=" +
            URLEncoder.encode(author, StandardCharsets.UTF_8));
        final HttpRequest request = HttpRequest.newBuilder(door).timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(String.join(" ", words))).build();
        final HttpResponse<String> response;
        try
        {
            response = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        }
        catch (final ConnectException e)
        {
            throw new IOException("no gateway answers at " + door.getAuthority() + " although " + data + "/" +
                Endpoints.FILE + " names it; was it killed? Start it again with ./utl demo --data " + data, e);
        }
        return tell(response);
    }

    private int explain()
    {
        try
        {
            spec.commandLine().getOut().println(asked.isEmpty() ? String.join("\n", ScriptReference.commandVerbs())
                : ScriptReference.describe(asked).stripTrailing());
            return 0;
        }
        catch (final ScriptException e)
        {
            spec.commandLine().getErr().println("utl: " + e.getMessage());
            return 2;
        }
    }

    private int tell(final HttpResponse<String> response) throws IOException
    {
        switch (response.statusCode())
        {
            case APPLIED:
                spec.commandLine().getOut().print(response.body());
                return 0;
            case REFUSED:
                spec.commandLine().getOut().print(response.body());
                return 1;
            default:
                final JsonNode problem = new ObjectMapper().readTree(response.body());
                spec.commandLine().getErr().println("utl: " + problem.path("code").asText() + ": " +
                    problem.path("detail").asText());
                return response.statusCode() == BAD_LINE ? 2 : 1;
        }
    }
}
