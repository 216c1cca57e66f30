package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;

/** A method of an object of the application, as generated code calls it. */
public record Method(ClassName owner, String name) {
    /** As the source would name it, without the package: {@code Counter.inc()}. */
    @Override
    public String toString() {
        return String.join(".", owner.simpleNames()) + "." + name + "()";
    }
}
