package io.utl.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of one run, as a table for people and as a file that keeps every round. */
final class ResultFile
{
    private final Map<Pair, List<Round>> rounds;
    private final BenchArguments arguments;
    private final Instant at = Instant.now();

    ResultFile(final Map<Pair, List<Round>> rounds, final BenchArguments arguments)
    {
        this.rounds = rounds;
        this.arguments = arguments;
    }

    void print(final PrintStream out)
    {
        out.println();
        out.println("medians of " + arguments.rounds() + " interleaved rounds; ratio = peer time / our time");
        out.println("| what | ours ns | ours B | peer ns | peer B | ratio | goal |");
        out.println("|---|---|---|---|---|---|---|");
        rounds.forEach((pair, list) -> out.printf("| %s | %.1f | %.1f | %.1f | %.1f | %.2f | %s |%n", pair.name(),
            median(list, Round::oursNs), median(list, Round::oursBytes), median(list, Round::peerNs),
            median(list, Round::peerBytes), median(list, Round::ratio), pair.goal()));
    }

    Path write(final Path folder) throws IOException
    {
        final Map<String, Object> document = new LinkedHashMap<>();
        document.put("time", at.toString());
        document.put("commit", System.getProperty("utl.commit", "unknown"));
        document.put("java", System.getProperty("java.vm.version"));
        document.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        document.put("cores", Runtime.getRuntime().availableProcessors());
        document.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        document.put("flags", List.of("jvm.options", "-Xms1g", "-Xmx1g"));
        document.put("form", arguments.full() ? "full" : "short");
        final List<Object> pairs = new ArrayList<>();
        rounds.forEach((pair, list) ->
        {
            final Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", pair.name());
            entry.put("ours", pair.ours());
            entry.put("peer", pair.peer());
            entry.put("goal", pair.goal());
            entry.put("rounds", list);
            entry.put("medianRatio", median(list, Round::ratio));
            pairs.add(entry);
        });
        document.put("pairs", pairs);
        Files.createDirectories(folder);
        final String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(at);
        final Path file = folder.resolve(stamp + "-micro.json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), document);
        return file;
    }

    static double median(final List<Round> list, final ToDoubleFunction<Round> figure)
    {
        final double[] sorted = list.stream().mapToDouble(figure).sorted().toArray();
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
