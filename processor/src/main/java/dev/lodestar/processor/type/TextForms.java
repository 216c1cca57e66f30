package dev.lodestar.processor.type;

import java.util.Map;
import java.util.Optional;

/** Types whose values a request carries as text, and whose static method {@code parse} reads it. */
public final class TextForms {
    private static final Map<String, String> FORMS = Map.of(
            "java.time.LocalDate", "a date such as 2026-01-31",
            "java.time.LocalTime", "a time such as 13:45",
            "java.time.LocalDateTime", "a date and time such as 2026-01-31T13:45",
            "java.time.YearMonth", "a month such as 2026-01",
            "java.time.Instant", "an instant such as 2026-01-31T13:45:00Z");

    private TextForms() {}

    /** What the text must be, completing a sentence; empty if the type is not one of these. */
    public static Optional<String> of(String type) {
        return Optional.ofNullable(FORMS.get(type));
    }
}
