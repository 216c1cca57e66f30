package dev.lodestar.processor.template;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A name of the application in a template, as in {@code {{action:counter/inc}}}.
 *
 * @param kind what it names
 * @param name the name, as Java code has it in the annotation; in a tag it may be followed by parameters
 */
public record Reference(Kind kind, String name) implements Comparable<Reference> {
    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::kind).thenComparing(Reference::name);

    /** What can be named. */
    public enum Kind {
        /** {@code {{action:…}}}, which becomes the action's path. */
        ACTION,
        /** {@code {{asset:…}}}, which becomes the asset's URL. */
        ASSET,
        /** {@code {{view:…}}}, which becomes the view's path. */
        VIEW;

        /** The word in front of the colon, and in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the content of a tag, if it is a reference. */
    static Optional<Reference> parse(String content) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.word() + ":";
            if (content.startsWith(prefix)) {
                return Optional.of(
                        new Reference(kind, content.substring(prefix.length()).strip()));
            }
        }
        return Optional.empty();
    }

    /** The same until the first space of its name. */
    Reference withoutParameters() {
        return new Reference(kind, name.split("\\s", 2)[0]);
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }

    /** As in a template, without the braces. */
    @Override
    public String toString() {
        return kind.word() + ":" + name;
    }
}
