package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Format;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.ComponentReader;
import dev.lodestar.processor.type.TimeFormat;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Formatted;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.RecordComponentElement;

/** Reads {@code @Format}, and checks that it can format values of its component. */
final class FormatReader implements ComponentReader {
    private final String language;
    private final Diagnostics diagnostics;

    /** @param language the language of formats that name none of their own: a BCP 47 tag */
    FormatReader(String language, Diagnostics diagnostics) {
        this.language = language;
        this.diagnostics = diagnostics;
    }

    @Override
    public ValueType readFormat(RecordComponentElement component, Format annotation, ValueType type) {
        String locale = annotation.locale().isEmpty() ? language : annotation.locale();
        TimeFormat format = new TimeFormat(annotation.value(), locale, annotation.zone());
        ValueType formatted = formatted(type, format);
        Set<TimeType> times = times(formatted).collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<String> mistake = times.isEmpty()
                ? Optional.of("@Format is for dates and times of java.time, such as LocalDate and Instant, but "
                        + component.getSimpleName() + " has the type " + component.asType()
                        + ". Remove it, or change the type of the component.")
                : times.stream().flatMap(time -> mistake(time, format).stream()).findFirst();
        mistake.ifPresent(text -> error(component, text));
        return mistake.isEmpty() ? formatted : type;
    }

    private static ValueType formatted(ValueType type, TimeFormat format) {
        if (type instanceof OptionalOf optional) {
            return new OptionalOf(formatted(optional.value(), format));
        }
        if (type instanceof Many many) {
            return new Many(formatted(many.element(), format), many.container());
        }
        if (type instanceof EntryOf entry) {
            return new EntryOf(formatted(entry.key(), format), formatted(entry.value(), format));
        }
        String name = type instanceof Other other
                ? other.name()
                : type instanceof EnumOf enumOf ? enumOf.name().canonicalName() : "";
        return TimeType.named(name).isPresent() ? new Formatted(ClassName.bestGuess(name), format) : type;
    }

    private static Stream<TimeType> times(ValueType type) {
        if (type instanceof OptionalOf optional) {
            return times(optional.value());
        }
        if (type instanceof Many many) {
            return times(many.element());
        }
        if (type instanceof EntryOf entry) {
            return Stream.concat(times(entry.key()), times(entry.value()));
        }
        return type instanceof Formatted formatted
                ? TimeType.named(formatted.type().canonicalName()).stream()
                : Stream.empty();
    }

    private static Optional<String> mistake(TimeType type, TimeFormat format) {
        return mistakeOfLocale(format.locale())
                .or(() -> mistakeOfZone(type, format))
                .or(() -> mistakeOfPattern(type, format));
    }

    private static Optional<String> mistakeOfLocale(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.of("\"" + tag + "\" is not a language tag. Write one such as \"en\" or \"de-AT\".");
        }
    }

    private static Optional<String> mistakeOfZone(TimeType type, TimeFormat format) {
        String example = "@Format(value = \"" + type.pattern() + "\", zone = \"Europe/Berlin\")";
        if (format.zone().isEmpty()) {
            return type.needsZone()
                    ? Optional.of("An instant has a different date and time in each zone, so " + type.described()
                            + " needs one. Write " + example + ".")
                    : Optional.empty();
        }
        if (!type.isZoned()) {
            return Optional.of(
                    "A zone has no effect on " + type.described() + ". Remove it, or make the component an Instant.");
        }
        try {
            ZoneId.of(format.zone());
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("There is no time zone \"" + format.zone() + "\". Write one as in " + example + ".");
        }
    }

    private static Optional<String> mistakeOfPattern(TimeType type, TimeFormat format) {
        String advice = ". Write one such as \"" + type.pattern()
                + "\"; java.time.format.DateTimeFormatter explains the letters.";
        try {
            format.formatter().format(type.sample());
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("The pattern \"" + format.pattern() + "\" cannot format " + type.described() + " ("
                    + e.getMessage() + ")" + advice);
        } catch (IllegalArgumentException e) {
            return Optional.of("\"" + format.pattern() + "\" is not a pattern (" + e.getMessage() + ")" + advice);
        }
    }

    private void error(RecordComponentElement component, String message) {
        diagnostics.error(ElementOrigin.of(component), Rule.FORMAT, message);
    }
}
