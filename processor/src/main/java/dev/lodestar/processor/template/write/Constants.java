package dev.lodestar.processor.template.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.lodestar.processor.code.JavaLiteral;
import dev.lodestar.processor.code.RuntimeTypes;
import dev.lodestar.processor.template.step.Step;
import dev.lodestar.processor.type.TimeFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The constants of a renderer: its texts and formats, each once, and the starts of its elements. */
final class Constants {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Step.Begin> starts = new ArrayList<>();
    private final Map<TimeFormat, String> formats = new LinkedHashMap<>();

    /** The names of the constants that make up a text. */
    List<String> names(String text) {
        List<String> found = new ArrayList<>();
        for (String piece : JavaLiteral.pieces(text)) {
            found.add(texts.computeIfAbsent(piece, p -> "TEXT_" + (texts.size() + 1)));
        }
        return found;
    }

    /** The name of the constant for the start of an element. Each element has its own, even if the texts are equal. */
    String name(Step.Begin start) {
        starts.add(start);
        return "START_" + starts.size();
    }

    /** The name of the constant for a format. */
    String name(TimeFormat format) {
        return formats.computeIfAbsent(format, f -> "FORMAT_" + (formats.size() + 1));
    }

    List<FieldSpec> fields() {
        return Stream.of(
                        texts.entrySet().stream().map(entry -> text(entry.getValue(), entry.getKey())),
                        IntStream.range(0, starts.size()).mapToObj(i -> start("START_" + (i + 1), starts.get(i))),
                        formats.entrySet().stream().map(entry -> format(entry.getValue(), entry.getKey())))
                .flatMap(fields -> fields)
                .toList();
    }

    private static FieldSpec start(String name, Step.Begin start) {
        CodeBlock texts = start.after()
                .map(after -> CodeBlock.of("$L, $L", JavaLiteral.of(start.before()), JavaLiteral.of(after)))
                .orElseGet(() -> JavaLiteral.of(start.before()));
        return FieldSpec.builder(RuntimeTypes.ELEMENT_START, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of($T.$L, $L)", RuntimeTypes.ELEMENT_START, RuntimeTypes.FRAGMENT, start.fragment(), texts)
                .build();
    }

    private static FieldSpec text(String name, String text) {
        return FieldSpec.builder(byte[].class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.utf8($L)", RuntimeTypes.HTML_OUTPUT, JavaLiteral.of(text))
                .build();
    }

    private static FieldSpec format(String name, TimeFormat format) {
        CodeBlock.Builder formatter = CodeBlock.builder()
                .add(
                        "$T.ofPattern($L, $T.forLanguageTag($L))",
                        DateTimeFormatter.class,
                        JavaLiteral.of(format.pattern()),
                        Locale.class,
                        JavaLiteral.of(format.locale()));
        if (!format.zone().isEmpty()) {
            formatter.add(".withZone($T.of($L))", ZoneId.class, JavaLiteral.of(format.zone()));
        }
        return FieldSpec.builder(DateTimeFormatter.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(formatter.build())
                .build();
    }
}
