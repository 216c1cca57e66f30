package dev.lodestar.runtime.failure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of a stack trace that concerns the application.
 *
 * @param sources where to look for its lines
 */
record Trace(SourceLines sources) {
    /** Uses the sources in the working directory of this process. */
    static final Trace HERE = new Trace(new SourceLines(Path.of("")));

    private static final int MOST = 8;

    /** The JDK, this framework and its libraries. */
    private static final Pattern OTHERS = Pattern.compile(
            "(java|javax|jdk|sun|com\\.sun|dev\\.lodestar\\.(runtime|store)|io\\.undertow|org\\.xnio|org\\.jboss)\\..*"
                    + "|dev\\.lodestar\\.[A-Z].*");

    /** The first lines, with the source code of the very first; lines of the framework only if there are no others. */
    String of(Throwable failure) {
        List<StackTraceElement> all = Arrays.asList(failure.getStackTrace());
        List<StackTraceElement> own = all.stream()
                .filter(frame -> !OTHERS.matcher(frame.getClassName()).matches())
                .toList();
        String source = own.stream()
                .findFirst()
                .map(sources::around)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines + "\n")
                .orElse("");
        return (own.isEmpty() ? all : own)
                .stream().limit(MOST).map(this::line).collect(Collectors.joining("", source, ""));
    }

    private String line(StackTraceElement frame) {
        String place = frame.getFileName() == null ? "?" : frame.getFileName() + ":" + frame.getLineNumber();
        String template = sources.template(frame).map(name -> " of " + name).orElse("");
        return "  at " + frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")" + template + "\n";
    }
}
