package dev.lodestar.processor.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.assets.BrowserClient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpressionKindTest {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("attribute\\('([\\w-]+)',\\s*\\{(.*?)apply", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("args:\\s*\\[([^]]*)]");

    /** An attribute that the client learns must not stay an expression that no page may evaluate. */
    @Test
    void isWhatTheClientMakesOfEachOfItsAttributes() {
        int count = 0;
        Matcher attribute = ATTRIBUTE.matcher(BrowserClient.source());
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
