package dev.lodestar.runtime.log;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Provides Undertow's loggers, as a service that it finds by itself. If you set the property
 * {@code org.jboss.logging.provider}, your provider is used instead.
 */
public final class UndertowLogs implements LoggerProvider {
    /** For the service loader. */
    public UndertowLogs() {}

    @Override
    public Logger getLogger(String name) {
        return new UndertowLog(name);
    }

    @Override
    public void clearMdc() {
        MDC.clear();
    }

    @Override
    public @Nullable Object putMdc(String key, Object value) {
        String before = MDC.get(key);
        MDC.put(key, String.valueOf(value));
        return before;
    }

    @Override
    public @Nullable Object getMdc(String key) {
        return MDC.get(key);
    }

    @Override
    public void removeMdc(String key) {
        MDC.remove(key);
    }

    @Override
    public Map<String, Object> getMdcMap() {
        Map<String, String> map = MDC.getCopyOfContextMap();
        return map == null ? Map.of() : Map.copyOf(map);
    }

    // SLF4J has no nested contexts, and Undertow uses none.

    @Override
    public void clearNdc() {}

    @Override
    public String getNdc() {
        return "";
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public String popNdc() {
        return "";
    }

    @Override
    public String peekNdc() {
        return "";
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int depth) {}
}
