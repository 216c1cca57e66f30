package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit that makes no sense is an error where it stands. */
class LimitDiagnosticsTest {
    @TempDir
    Path resources;

    private List<String> errors(String body) {
        return Sources.in(resources).type("Shop", "@App class Shop {\n" + body + "\n}").errors().stream()
                .map(error -> error.replaceFirst(":\\d+:", ":"))
                .toList();
    }

    @Test
    void reportsLimitsOnTypesThatTheyDoNotFit() {
        assertEquals(
                List.of(
                        "4: [limit] @Size on 'amount' is a limit for text or a list, or an Optional of it, that is read from a"
                                + " request. This is none; remove it.",
                        "5: [limit] @Min on 'title' is a limit for a number, or an Optional of it, that is read from a"
                                + " request. This is none; remove it.",
                        "6: [limit] @Matches on 'tags' is a limit for text, or an Optional of it, that is read from a request."
                                + " This is none; remove it.",
                        "7: [limit] @NotBlank on 'draft' is a limit for text, or an Optional of it, that is read from a"
                                + " request. This is none; remove it.",
                        "8: [limit] @Max on 'session' is a limit for a number, or an Optional of it, that is read from a"
                                + " request. This is none; remove it."),
                errors("""
                        record Draft(int n) {}
                        @Action("buy") void buy(
                            @Signal @Size(max = 1) int amount,
                            @Signal @Min(1) String title,
                            @Signal @Matches("a") List<String> tags,
                            @NotBlank Draft draft,
                            @Max(1) Session session) {}"""));
    }

    @Test
    void reportsLimitsThatLetNothingPassOrAreNone() {
        assertEquals(
                List.of(
                        "3: [limit] @Size(min = 9, max = 3) lets no value pass, or is below 0. Write a min of 0 or more, and a"
                                + " max that is not smaller.",
                        "4: [limit] @Size(min = -1, max = 2147483647) lets no value pass, or is below 0. Write a min of 0 or"
                                + " more, and a max that is not smaller.",
                        "5: [limit] @Min(2) is above @Max(1), so that no value can be right. Exchange them, or correct one.",
                        "6: [limit] @Min(0.5) stands on a whole number, but is none that a double holds exactly. Write one"
                                + " from -2^53 to 2^53.",
                        "7: [limit] @Max must be a finite number.",
                        "8: [limit] @Matches(\"[a-\") is no regular expression: Illegal character range near character 4.",
                        "9: [limit] @Size without a min or a max lets every value pass. Write @Size(max = ...)."),
                errors("""
                        record Draft(
                            @Size(min = 9, max = 3) String a,
                            @Size(min = -1) Optional<String> b,
                            @Min(2) @Max(1) int c,
                            @Min(0.5) long d,
                            @Max(Double.NaN) double e,
                            @Matches("[a-") String f,
                            @Size List<String> g) {}
                        @Action("buy") void buy(@Signal Optional<List<Draft>> drafts) {}"""));
    }
}
