package dev.lodestar.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A small application to compile, with its classes in the package {@code app} and its resources in a folder. */
final class Sources {
    /** Marks the place right after it, where an error is expected. */
    static final String HERE = "/*here*/";

    private static final String HEADER = "package app; import dev.lodestar.*; import java.util.*; import java.time.*;";

    private final Path resources;
    private final List<JavaFileObject> files = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private Sources(Path resources) {
        this.resources = resources;
    }

    static Sources in(Path resources) {
        return new Sources(resources);
    }

    /** Adds a class of the package {@code app}. Its package and imports are inserted on its first line. */
    Sources type(String name, String text) {
        files.add(JavaFileObjects.forSourceString("app." + name, HEADER + text));
        texts.add(HEADER + text);
        return this;
    }

    /** Adds a source file as it is. */
    Sources file(String qualifiedName, String text) {
        files.add(JavaFileObjects.forSourceString(qualifiedName, text));
        texts.add(text);
        return this;
    }

    Sources template(String name, String text) {
        return resource("templates/" + name, text);
    }

    Sources asset(String name, String text) {
        return resource("assets/" + name, text);
    }

    private Sources resource(String name, String text) {
        try {
            Path file = resources.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation compile() {
        return Compiler.javac()
                .withProcessors(new LodestarProcessor())
                .withOptions(options())
                .compile(files);
    }

    List<String> options() {
        return List.of("-Alodestar.resources=" + resources, "-Xlint:all", "-Xlint:-processing");
    }

    List<JavaFileObject> files() {
        return files;
    }

    /** The errors of the compilation, each as {@code line:column: text}. */
    List<String> errors() {
        return compile().errors().stream().map(Sources::placed).toList();
    }

    static String placed(Diagnostic<?> problem) {
        return problem.getLineNumber() + ":" + problem.getColumnNumber() + ": " + problem.getMessage(null);
    }

    /** The line and column right after {@link #HERE}, in the first source that contains it. */
    String mark() {
        String text = texts.stream().filter(t -> t.contains(HERE)).findFirst().orElseThrow();
        String before = text.substring(0, text.indexOf(HERE) + HERE.length());
        return before.lines().count() + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    /** The text of a generated file. */
    static String generated(Compilation compilation, String path) {
        List<JavaFileObject> found = compilation.generatedFiles().stream()
                .filter(file -> file.toUri().getPath().endsWith("/" + path))
                .toList();
        if (found.isEmpty()) {
            String all = Stream.concat(
                            compilation.generatedFiles().stream()
                                    .map(f -> f.toUri().getPath()),
                            compilation.errors().stream().map(Diagnostic::toString))
                    .collect(Collectors.joining("\n"));
            throw new AssertionError("No file " + path + " was generated, but:\n" + all);
        }
        try {
            return new String(found.get(0).openInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
