package dev.lodestar.examples.todo;

import dev.lodestar.examples.todo.Step.Kind;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A step as the page shows it.
 *
 * @param id the commit's id
 * @param who the name of its author
 * @param what the commit's message
 * @param when the day and the time, in the server's time zone
 * @param instant the same for machines, in ISO 8601
 * @param undone whether it has been undone
 */
record StepRow(String id, String who, String what, String when, String instant, boolean undone) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    static StepRow of(Step step) {
        ZonedDateTime time = step.commit().time().atZone(ZoneId.systemDefault());
        return new StepRow(
                step.commit().id(),
                Person.of(step.commit().author()),
                step.commit().message(),
                WHEN.format(time),
                time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString(),
                step.is(Kind.UNDONE));
    }
}
