package dev.lodestar.processor.template.check;

import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Container;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.RecordOf;

/** Advises what to write instead of a value that has no text form. */
final class Advice {
    private Advice() {}

    /** What to do about a tag whose value has this type, in a sentence. */
    static String onWriting(String name, ValueType type) {
        if (type instanceof RecordOf) {
            return "Write one of its components, as in {{#" + name + "}}{{…}}{{/" + name + "}}.";
        }
        if (type instanceof EntryOf) {
            return "Write {{key}} and {{value}}.";
        }
        if (type instanceof Many many) {
            String each = many.container() == Container.MAP
                    ? "entries, as in {{#%1$s}}{{key}}: {{value}}{{/%1$s}}."
                    : "elements, as in {{#%1$s}}{{.}}{{/%1$s}}.";
            return "Write each of its " + each.formatted(name);
        }
        return onOther(type instanceof Other other ? other.name() : "");
    }

    private static String onOther(String type) {
        if (type.matches("java\\.time\\.(Duration|Period|Clock|ZoneId|ZoneOffset)")) {
            return "Make it a String or a number in Java.";
        }
        if (type.startsWith("java.time.")) {
            return "Say how with @Format(\"d MMM yyyy\") on the component, or make it a String in Java.";
        }
        if (type.startsWith("java.math.")) {
            return "Make it a String in Java, as by toString().";
        }
        if (type.startsWith("java.util.stream.")) {
            return "It can be read only once: make it a List, for example with toList().";
        }
        if (type.matches("java\\.util\\.(Date|Calendar)|java\\.sql\\..*")) {
            return "Make it a value of java.time, and say how it is written, as in @Format(\"d MMM yyyy\").";
        }
        return "Make it a String, a number, a boolean, an enum or Html in Java.";
    }
}
