package dev.lodestar.processor.template.write;

import dev.lodestar.processor.template.step.Local;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives the locals of one method names that are unique within their scope. */
final class LocalNames {
    /** The parameter that every method has. */
    static final String OUT = "out";

    /** A statement must not begin with this, although it is a legal name for a local. */
    private static final String YIELD = "yield";

    private final Map<Local, String> names = new HashMap<>();
    private final Set<String> taken;

    LocalNames() {
        this(Set.of(OUT));
    }

    private LocalNames(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Names for an inner block, in which these are visible too. */
    LocalNames inner() {
        LocalNames inner = new LocalNames(taken);
        inner.names.putAll(names);
        return inner;
    }

    String get(Local local) {
        String name = names.get(local);
        if (name == null) {
            throw new IllegalStateException("Used before it was declared: " + local.names());
        }
        return name;
    }

    boolean knows(Local local) {
        return names.containsKey(local);
    }

    /** Chooses a name for a local that is being declared. */
    String declare(Local local) {
        String name = local.names().stream()
                .filter(this::isFree)
                .findFirst()
                .orElseGet(() -> numbered(local.names().get(0)));
        names.put(local, name);
        taken.add(name);
        return name;
    }

    private String numbered(String name) {
        if (SourceVersion.isKeyword(name) || name.equals(YIELD)) {
            return isFree(name + "Value") ? name + "Value" : numbered(name + "Value");
        }
        int number = 2;
        while (!isFree(name + number)) {
            number++;
        }
        return name + number;
    }

    private boolean isFree(String name) {
        return !taken.contains(name) && !SourceVersion.isKeyword(name) && !name.equals(YIELD);
    }
}
