package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names the classes that are generated for records. They are in the application's package, whatever the record's is.
 */
public final class RecordClassNames {
    private final Map<ClassName, ClassName> byRecord = new HashMap<>();

    private RecordClassNames() {}

    /**
     * Names one class for each record.
     *
     * @param home the package of the generated classes
     * @param records the records, in an order that is the same in every build: if two have the same simple name, the
     *     second gets a number
     * @param suffix what the class is: {@code Renderer}
     */
    public static RecordClassNames of(String home, Collection<ClassName> records, String suffix) {
        RecordClassNames names = new RecordClassNames();
        Set<String> taken = new HashSet<>();
        for (ClassName record : records) {
            String base = String.join("", record.simpleNames());
            String name = base + suffix;
            for (int i = 2; !taken.add(name); i++) {
                name = base + i + suffix;
            }
            names.byRecord.put(record, ClassName.get(home, name));
        }
        return names;
    }

    /** The class that is generated for a record. */
    public ClassName of(ClassName record) {
        ClassName name = byRecord.get(record);
        if (name == null) {
            throw new IllegalArgumentException("No class is generated for " + record + ".");
        }
        return name;
    }

    /** All generated classes. */
    Collection<ClassName> all() {
        return byRecord.values();
    }
}
