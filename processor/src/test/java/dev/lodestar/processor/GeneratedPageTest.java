package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPageTest {
    private static final Path PAGE = Path.of("../docs/generated.md");
    private static final Path COUNTER = Path.of("../examples/counter/src/main");
    private static final Pattern FILE = Pattern.compile("(?s)(## `(\\w+\\.java)`\n.*?```java\n)(.*?)(```\n)");

    @TempDir
    Path output;

    @Test
    void docsGeneratedShowsTheGeneratedCodeOfTheCounter() throws IOException {
        String page = Files.readString(PAGE);
        String current = withGenerated(page);
        if (Boolean.getBoolean("lodestar.docs.write")) {
            Files.writeString(PAGE, current);
        } else {
            assertEquals(
                    current,
                    page,
                    "docs/generated.md is behind. Bring it up to date with: mvn -pl processor -am test"
                            + " -Dtest=GeneratedPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dlodestar.docs.write=true");
        }
    }

    private String withGenerated(String page) throws IOException {
        Path java = COUNTER.resolve("java/dev/lodestar/examples/counter");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-processor",
                LodestarProcessor.class.getName(),
                "-Alodestar.resources=" + COUNTER.resolve("resources"),
                "-proc:only",
                "-d",
                output.toString(),
                java.resolve("Counter.java").toString(),
                java.resolve("CounterPage.java").toString());
        assertEquals(0, javac.run(null, null, null, arguments.toArray(String[]::new)), "javac");
        Matcher matcher = FILE.matcher(page);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String generated = Files.readString(
                    output.resolve("dev/lodestar/examples/counter").resolve(matcher.group(2)));
            matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group(1) + generated + matcher.group(4)));
        }
        return matcher.appendTail(text).toString();
    }
}
