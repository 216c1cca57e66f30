package dev.lodestar.processor.template.step;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.RecordOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Suggests names for what a renderer declares, as a careful person would choose them. */
public final class SuggestedNames {
    private static final Map<String, String> IRREGULAR =
            Map.of("children", "child", "people", "person", "data", "datum", "indices", "index", "entries", "entry");

    private SuggestedNames() {}

    /** Names for one of several values: its type's, or the singular of what they are called together. */
    public static List<String> ofElement(ValueType type, String together) {
        List<String> names = new ArrayList<>();
        typeName(type).map(SuggestedNames::ofType).ifPresent(names::add);
        singular(together).ifPresent(names::add);
        names.add("element");
        return names;
    }

    /** The name for the only value of a type. */
    public static String ofType(ClassName type) {
        return decapitalized(type.simpleName());
    }

    /** A method's name for a partial: {@code renderTodoRow} for {@code todo/row.mustache}. */
    public static String ofPartial(String file) {
        StringBuilder name = new StringBuilder("render");
        for (String word : file.replaceAll("\\.mustache$", "").split("[^A-Za-z0-9]+")) {
            name.append(capitalized(word));
        }
        return name.toString();
    }

    public static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The first letter in lower case, or the whole abbreviation that the name begins with. */
    private static String decapitalized(String name) {
        int upper = 0;
        while (upper < name.length() && Character.isUpperCase(name.charAt(upper))) {
            upper++;
        }
        int lowered = upper > 1 && upper < name.length() ? upper - 1 : upper;
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }

    private static Optional<ClassName> typeName(ValueType type) {
        if (type instanceof RecordOf recordOf) {
            return Optional.of(recordOf.name());
        }
        return type instanceof EnumOf enumOf ? Optional.of(enumOf.name()) : Optional.empty();
    }

    private static Optional<String> singular(String plural) {
        String irregular = IRREGULAR.get(plural);
        if (irregular != null) {
            return Optional.of(irregular);
        }
        if (plural.endsWith("ies") && plural.length() > 4) {
            return Optional.of(plural.substring(0, plural.length() - 3) + "y");
        }
        if (plural.matches(".+(sses|ches|shes|xes)")) {
            return Optional.of(plural.substring(0, plural.length() - 2));
        }
        return plural.length() > 2 && plural.endsWith("s") && !plural.endsWith("ss")
                ? Optional.of(plural.substring(0, plural.length() - 1))
                : Optional.empty();
    }
}
