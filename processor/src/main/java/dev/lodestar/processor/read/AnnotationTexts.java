package dev.lodestar.processor.read;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Reads strings from annotations while some of their values may still be unknown. {@code getAnnotation} would throw for
 * the whole member if one of its strings is unknown.
 */
final class AnnotationTexts {
    /** What the compiler puts in place of an unknown value. */
    private static final String UNKNOWN = "<error>";

    private AnnotationTexts() {}

    /** The known strings in a member of an annotation. */
    static List<String> known(Element element, Class<? extends Annotation> annotation, String member) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(annotation.getCanonicalName()))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(value -> value.getKey().getSimpleName().contentEquals(member))
                .flatMap(value -> texts(value.getValue()))
                .filter(text -> !text.equals(UNKNOWN))
                .toList();
    }

    /** Whether a value is unknown, or is an array with an unknown value. */
    static boolean isUnknown(AnnotationValue value) {
        return texts(value).anyMatch(UNKNOWN::equals);
    }

    private static Stream<String> texts(AnnotationValue value) {
        return value.getValue() instanceof List<?> values
                ? values.stream().flatMap(each -> texts((AnnotationValue) each))
                : Stream.of(String.valueOf(value.getValue()));
    }
}
