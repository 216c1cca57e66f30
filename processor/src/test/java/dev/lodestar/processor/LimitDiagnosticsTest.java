package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit that makes no sense is an error on the limit. */
class LimitDiagnosticsTest {
    @TempDir
    Path resources;

    private List<String> errors(String body) {
        return Sources.in(resources).type("Shop", "@App class Shop {\n" + body + "\n}").errors().stream()
                .map(error -> error.replaceFirst(":\\d+:", ":"))
                .toList();
    }

    @Test
    void reportsLimitsThatDoNotFitTheType() {
        assertEquals(
                List.of(
                        "4: [limit] @Size limits text or a list, or an Optional of it, that is read from a"
                                + " request, but 'amount' is something else. Remove it.",
                        "5: [limit] @Min limits a number, or an Optional of it, that is read from a request, but"
                                + " 'title' is something else. Remove it.",
                        "6: [limit] @Matches limits text, or an Optional of it, that is read from a request, but"
                                + " 'tags' is something else. Remove it.",
                        "7: [limit] @NotBlank limits text, or an Optional of it, that is read from a request, but"
                                + " 'draft' is something else. Remove it.",
                        "8: [limit] @Max limits a number, or an Optional of it, that is read from a request, but"
                                + " 'session' is something else. Remove it."),
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
    void reportsLimitsThatAcceptNothingOrEverythingOrAreInvalid() {
        assertEquals(
                List.of(
                        "3: [limit] @Size(min = 9, max = 3) accepts no value. Write a max of at least the min.",
                        "4: [limit] A size cannot be negative. Write a min of 0 or more.",
                        "5: [limit] @Min(2) is greater than @Max(1), so no value is accepted. Swap them, or"
                                + " correct one of them.",
                        "6: [limit] @Min(0.5) limits a whole number. Write a whole number from -2^53 to 2^53,"
                                + " which a double holds exactly.",
                        "7: [limit] @Max must be a finite number.",
                        "8: [limit] @Matches(\"[a-\") is not a regular expression: Illegal character range near"
                                + " character 4.",
                        "9: [limit] @Size without a min or a max accepts every value. Write @Size(max = ...)."),
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
