package dev.lodestar.processor.read;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads texts of annotations of which some may not be known yet: the annotations themselves give all or none. */
final class AnnotationTexts {
    /** What the compiler has in place of a value that it does not know. */
    private static final String UNKNOWN = "<error>";

    private AnnotationTexts() {}

    /** Those in a member of an annotation that are known. */
    static List<String> known(Element element, Class<? extends Annotation> annotation, String member) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(annotation.getCanonicalName()))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(value -> value.getKey().getSimpleName().contentEquals(member))
                .flatMap(value -> texts(value.getValue()))
                .filter(text -> !text.equals(UNKNOWN))
                .toList();
    }

    /** Whether a value is not known, or one in it. */
    static boolean isUnknown(AnnotationValue value) {
        return texts(value).anyMatch(UNKNOWN::equals);
    }

    private static Stream<String> texts(AnnotationValue value) {
        return value.getValue() instanceof List<?> values
                ? values.stream().flatMap(each -> texts((AnnotationValue) each))
                : Stream.of(String.valueOf(value.getValue()));
    }
}
