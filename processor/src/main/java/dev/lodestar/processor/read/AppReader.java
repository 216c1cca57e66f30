package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.App;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads {@code @App}, and checks its class and those of its values that depend on no other class. */
record AppReader(Visibility visibility, Diagnostics diagnostics) {

    AppClass read(TypeElement element) {
        App annotation = element.getAnnotation(App.class);
        check(element, annotation);
        String title = annotation.title().isEmpty() ? element.getSimpleName().toString() : annotation.title();
        return new AppClass(
                ClassName.get(element),
                element.getModifiers().contains(Modifier.PUBLIC),
                annotation.port(),
                title,
                annotation.lang(),
                List.of(annotation.styles()),
                annotation.icon(),
                annotation.client(),
                List.of(annotation.csp()),
                List.of(annotation.permissions()),
                annotation.unsafeEval() || !annotation.client().isEmpty(),
                annotation.storedSessions(),
                ElementOrigin.of(element, App.class, ""));
    }

    private void check(TypeElement element, App annotation) {
        checkClass(element);
        if (annotation.port() < 0 || annotation.port() > 65_535) {
            diagnostics.error(
                    ElementOrigin.of(element, App.class, "port"),
                    Rule.APP_VALUE,
                    "The port must be from 0 to 65535, not " + annotation.port() + ".");
        }
        if (!isLanguage(annotation.lang())) {
            diagnostics.error(
                    ElementOrigin.of(element, App.class, "lang"),
                    Rule.APP_VALUE,
                    "The language \"" + annotation.lang() + "\" is not a BCP 47 tag, so browsers and screen readers"
                            + " would not understand it. Write one such as \"en\" or \"pt-BR\".");
        }
    }

    private void checkClass(TypeElement element) {
        String subject = "@App is on " + element.getSimpleName() + ", which ";
        if (element.getKind() != ElementKind.CLASS && element.getKind() != ElementKind.RECORD) {
            refuse(element, subject + "is not a class. Write class " + element.getSimpleName() + " { ... }.");
        } else if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            refuse(element, subject + "is abstract, so Main cannot create an object of it. Remove 'abstract'.");
        } else {
            visibility
                    .obstacle(element)
                    .ifPresent(why -> refuse(element, subject + "is not visible to Main, in the same package: " + why));
        }
    }

    private void refuse(TypeElement element, String message) {
        diagnostics.error(ElementOrigin.of(element, App.class, ""), Rule.APP_CLASS, message);
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
