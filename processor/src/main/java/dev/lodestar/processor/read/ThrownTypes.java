package dev.lodestar.processor.read;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks what the methods and constructors throw that generated code calls: it passes on every {@code Exception}. */
record ThrownTypes(Elements elements, Types types, Diagnostics diagnostics) {

    /**
     * Whether generated code can call it; if not, that was reported.
     *
     * @param subject the method, as a message begins with it
     */
    boolean check(ExecutableElement method, String subject) {
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (thrown.getKind() == TypeKind.DECLARED && !isPassedOn(thrown)) {
                diagnostics.error(
                        ElementOrigin.of(method),
                        Rule.THROWN,
                        subject + " throws " + thrown + ", but generated code passes on nothing beyond an Exception."
                                + " Write 'throws Exception' or, better, the exceptions that it throws.");
                return false;
            }
        }
        return true;
    }

    private boolean isPassedOn(TypeMirror thrown) {
        return Stream.of(Exception.class, Error.class)
                .map(known -> elements.getTypeElement(known.getCanonicalName()))
                .anyMatch(known -> types.isSubtype(thrown, known.asType()));
    }
}
