package dev.lodestar.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Joins ES modules into one, each after those that it imports. Their top-level names share one scope, so they must
 * differ; and only the plain forms of import and export are supported, which keeps this small.
 */
final class ModuleJoin {
    private final UnaryOperator<String> sources;
    private final Map<String, String> standIns;
    private final Set<String> joined = new LinkedHashSet<>();
    private final Map<String, String> declared = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    /**
     * @param sources returns the text of a module by its path, such as {@code signals/cell.js}
     * @param standIns the paths of modules that replace others
     */
    ModuleJoin(UnaryOperator<String> sources, Map<String, String> standIns) {
        this.sources = sources;
        this.standIns = Map.copyOf(standIns);
    }

    /** The module at {@code path}, preceded by everything that it needs. */
    String from(String path) {
        add(path, List.of());
        return out.toString();
    }

    private void add(String path, List<String> importers) {
        if (importers.contains(path)) {
            throw new IllegalStateException("Modules import each other in a cycle: " + String.join(" -> ", importers)
                    + " -> " + path + ". Move what both need into a module of its own.");
        }
        if (joined.contains(path)) {
            return;
        }
        ModuleText module = ModuleText.parse(path, sources.apply(path));
        List<String> chain = new ArrayList<>(importers);
        chain.add(path);
        module.imports().forEach(imported -> add(standIns.getOrDefault(imported, imported), chain));
        joined.add(path);
        module.names().forEach(name -> declare(name, path));
        module.lines().forEach(line -> out.append(line).append('\n'));
    }

    private void declare(String name, String path) {
        String other = declared.putIfAbsent(name, path);
        if (other != null) {
            throw new IllegalStateException("Both " + other + " and " + path + " declare \"" + name
                    + "\" at the top level, and are joined into one module. Rename one of the two.");
        }
    }
}
