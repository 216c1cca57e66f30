package dev.lodestar.processor.read;

import dev.lodestar.App;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.IllformedLocaleException;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Checks the class that is the application, and the values of its annotation that need no other class. */
record AppChecker(Visibility visibility, Diagnostics diagnostics) {

    void check(TypeElement element, App annotation) {
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
                    "The language \"" + annotation.lang() + "\" is no BCP 47 tag, which browsers and screen readers"
                            + " could understand. Write one such as \"en\" or \"pt-BR\".");
        }
    }

    private void checkClass(TypeElement element) {
        String subject = "@App stands on " + element.getSimpleName() + ", which ";
        if (element.getKind() != ElementKind.CLASS && element.getKind() != ElementKind.RECORD) {
            refuse(element, subject + "is not a class. Write class " + element.getSimpleName() + " { ... }.");
        } else if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            refuse(element, subject + "is abstract, so there cannot be one of it. Remove 'abstract'.");
        } else {
            visibility
                    .obstacle(element)
                    .ifPresent(why -> refuse(element, subject + "Main, beside it, cannot name: " + why));
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
