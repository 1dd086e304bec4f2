package io.utl.gateway.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the pages against the tree they speak of. */
final class DocumentsTest
{
    private static final Path ROOT = Path.of(System.getProperty("utl.root", ".."));
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException
    {
        final TreeSet<String> dead = new TreeSet<>();
        int links = 0;
        try (Stream<Path> pages = Stream.concat(Files.list(ROOT), Files.walk(ROOT.resolve("docs"))))
        {
            for (final Path page : pages.filter(file -> file.toString().endsWith(".md")).toList())
            {
                for (final Matcher link = LINK.matcher(Files.readString(page)); link.find(); links++)
                {
                    if (!Files.exists(page.resolveSibling(link.group(1))))
                    {
                        dead.add(ROOT.relativize(page) + ": " + link.group(1));
                    }
                }
            }
        }
        assertEquals(new TreeSet<String>(), dead);
        assertTrue(links > 0, "no link was found in " + ROOT);
    }
}
