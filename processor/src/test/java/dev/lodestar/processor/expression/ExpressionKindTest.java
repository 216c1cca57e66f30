package dev.lodestar.processor.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.assets.BrowserClient;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpressionKindTest {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("attribute\\('([\\w-]+)',\\s*\\{(.*?)apply", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("args:\\s*\\[([^]]*)]");

    /** The sources of the modules that define attributes. */
    private static String attributes() throws Exception {
        URL folder = BrowserClient.class.getResource("/META-INF/lodestar/client/attributes");
        URI uri = Objects.requireNonNull(folder).toURI();
        if (uri.getScheme().equals("file")) {
            return attributes(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return attributes(jar.getPath("/META-INF/lodestar/client/attributes"));
        }
    }

    private static String attributes(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> modules = Files.list(folder)) {
            for (Path module : modules.toList()) {
                all.append(Files.readString(module));
            }
        }
        return all.toString();
    }

    /** A new attribute of the client must not remain an expression that no page may evaluate. */
    @Test
    void matchesTheClientsAttributes() throws Exception {
        int count = 0;
        Matcher attribute = ATTRIBUTE.matcher(attributes());
        while (attribute.find()) {
            String is = attribute.group(2).replaceAll("\\s", "");
            Matcher named = ARGUMENTS.matcher(is);
            List<String> arguments = named.find()
                    ? Arrays.stream(named.group(1).split(","))
                            .map(each -> each.replaceAll("['\"]", ""))
                            .toList()
                    : List.of();
            Optional<ExpressionKind> expected = is.contains("plain:")
                    ? Optional.empty()
                    : Optional.of(new ExpressionKind(is.contains("returns:"), arguments));
            assertEquals(expected, ExpressionKind.of("data-" + attribute.group(1)), attribute.group(1));
            count++;
        }
        assertTrue(count >= 15, count + " attributes");
    }
}
