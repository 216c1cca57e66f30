package dev.lodestar.runtime.log;

import dev.lodestar.runtime.collapse.Collapse;
import java.text.MessageFormat;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One of Undertow's loggers. Errors in talking to a client are logged at the level debug, whatever Undertow's level:
 * otherwise any client that sends garbage could fill the log with stack traces.
 */
final class UndertowLog extends Logger {
    private static final long serialVersionUID = 1;
    private static final String CLIENTS = "io.undertow.request.io";

    private final transient org.slf4j.Logger target;
    private final boolean ofClients;

    UndertowLog(String name) {
        super(name);
        this.target = LoggerFactory.getLogger(name);
        this.ofClients = name.equals(CLIENTS);
    }

    @Override
    public boolean isEnabled(Level level) {
        return target.isEnabledForLevel(level(level));
    }

    @Override
    protected void doLog(
            Level level, String caller, Object message, Object @Nullable [] parameters, @Nullable Throwable thrown) {
        notice(thrown);
        String text = String.valueOf(message);
        boolean plain = parameters == null || parameters.length == 0;
        log(level, plain ? text : MessageFormat.format(text, parameters), thrown);
    }

    @Override
    protected void doLogf(
            Level level, String caller, String format, Object @Nullable [] parameters, @Nullable Throwable thrown) {
        notice(thrown);
        log(level, parameters == null ? format : String.format(format, parameters), thrown);
    }

    // Undertow and XNIO catch everything that their listeners and tasks throw, and only log it, some of it as trace.
    // This comes first, since logging may need memory.
    private static void notice(@Nullable Throwable thrown) {
        if (thrown != null) {
            Collapse.notice(thrown);
        }
    }

    private void log(Level level, String message, @Nullable Throwable thrown) {
        LoggingEventBuilder event = target.atLevel(level(level));
        (thrown == null ? event : event.setCause(thrown)).log(message);
    }

    private org.slf4j.event.Level level(Level level) {
        return switch (level) {
            case TRACE -> org.slf4j.event.Level.TRACE;
            case DEBUG -> org.slf4j.event.Level.DEBUG;
            case INFO -> ofClients ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.INFO;
            case WARN -> ofClients ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.WARN;
            case ERROR, FATAL -> ofClients ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.ERROR;
        };
    }
}
