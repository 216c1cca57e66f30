package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;

/** A method that generated code calls on an object of the application. */
public record Method(ClassName owner, String name) {
    /** The method as the source would write it, without the package: {@code Counter.inc()}. */
    @Override
    public String toString() {
        return String.join(".", owner.simpleNames()) + "." + name + "()";
    }
}
