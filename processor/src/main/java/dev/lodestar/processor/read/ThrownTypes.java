package dev.lodestar.processor.read;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks what methods and constructors throw: generated code, which calls them, passes on any {@code Exception}. */
record ThrownTypes(Elements elements, Types types, Diagnostics diagnostics) {

    /**
     * Whether generated code can call a method or a constructor; if not, that was reported.
     *
     * @param subject how a message begins: the method in words
     */
    boolean check(ExecutableElement method, String subject) {
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (thrown.getKind() == TypeKind.DECLARED && !isPassedOn(thrown)) {
                diagnostics.error(
                        ElementOrigin.of(method),
                        Rule.THROWN,
                        subject + " throws " + thrown + ", but generated code passes on only an Exception or an Error."
                                + " Write 'throws Exception' or, better, the exceptions that it does throw.");
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
