package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routes that one generated class adds. A method can have at most 255 parameters and 64 KiB of code, and compilers
 * limit how long a chain of calls can be, so a large application has several parts.
 *
 * @param className the name of the generated class
 * @param handlers the classes whose objects it takes
 * @param methods the methods that the routes lead to
 */
record RoutePart(String className, List<ClassName> handlers, Set<Method> methods) {
    private static final int MAX_ROUTES = 200;
    private static final int MAX_HANDLERS = 50;

    /** Whether the routes that lead to a method are in this part. */
    boolean has(Method method) {
        return methods.contains(method);
    }

    /** The parts of an application: a single one, named {@code Routes}, unless the application is large. */
    static List<RoutePart> of(Application application) {
        Map<ClassName, List<Method>> byHandler = new HashMap<>();
        application
                .methods()
                .distinct()
                .forEach(method -> byHandler
                        .computeIfAbsent(method.owner(), owner -> new ArrayList<>())
                        .add(method));
        List<RoutePart> parts = new ArrayList<>();
        List<ClassName> handlers = new ArrayList<>();
        Set<Method> methods = new HashSet<>();
        for (ClassName handler : application.handlers()) {
            for (Method method : byHandler.get(handler)) {
                if (methods.size() == MAX_ROUTES || handlers.size() == MAX_HANDLERS && !handlers.contains(handler)) {
                    parts.add(new RoutePart("Routes" + (parts.size() + 1), List.copyOf(handlers), Set.copyOf(methods)));
                    handlers.clear();
                    methods.clear();
                }
                if (!handlers.contains(handler)) {
                    handlers.add(handler);
                }
                methods.add(method);
            }
        }
        String last = parts.isEmpty() ? "Routes" : "Routes" + (parts.size() + 1);
        parts.add(new RoutePart(last, List.copyOf(handlers), Set.copyOf(methods)));
        return parts;
    }
}
