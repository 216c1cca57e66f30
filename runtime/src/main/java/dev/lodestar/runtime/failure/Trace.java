package dev.lodestar.runtime.failure;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The part of a stack trace that is about the application. */
final class Trace {
    private static final int MOST = 8;

    /** The JDK, this framework, and what it runs on. */
    private static final Pattern OTHERS = Pattern.compile(
            "(java|javax|jdk|sun|com\\.sun|dev\\.lodestar\\.(runtime|store)|io\\.undertow|org\\.xnio|org\\.jboss)\\..*"
                    + "|dev\\.lodestar\\.[A-Z].*");

    private Trace() {}

    /** The first lines, with the source of the very first; lines of the framework only if there are no others. */
    static String of(Throwable failure) {
        List<StackTraceElement> all = Arrays.asList(failure.getStackTrace());
        List<StackTraceElement> own = all.stream()
                .filter(frame -> !OTHERS.matcher(frame.getClassName()).matches())
                .toList();
        StringBuilder text = new StringBuilder();
        own.stream().findFirst().ifPresent(frame -> text.append(SourceLines.around(frame)));
        (own.isEmpty() ? all : own).stream().limit(MOST).forEach(frame -> text.append(line(frame)));
        return text.toString();
    }

    private static String line(StackTraceElement frame) {
        String place = frame.getFileName() == null ? "?" : frame.getFileName() + ":" + frame.getLineNumber();
        return "  at " + frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")\n";
    }
}
