package dev.lodestar.processor.template.parse;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A reference to a part of the application, as in {@code {{action:counter/inc}}}.
 *
 * @param kind what it refers to
 * @param name the name, as in the annotation in Java; in a tag, parameters may follow it
 */
public record Reference(Kind kind, String name) implements Comparable<Reference> {
    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::kind).thenComparing(Reference::name);

    /** What can be referred to. */
    public enum Kind {
        /** {@code {{action:…}}}, which becomes the action's path. */
        ACTION,
        /** {@code {{asset:…}}}, which becomes the asset's URL. */
        ASSET,
        /** {@code {{view:…}}}, which becomes the view's path. */
        VIEW;

        /** The word before the colon and in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Parses the content of a tag, if it is a reference. */
    public static Optional<Reference> parse(String content) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.word() + ":";
            if (content.startsWith(prefix)) {
                return Optional.of(
                        new Reference(kind, content.substring(prefix.length()).strip()));
            }
        }
        return Optional.empty();
    }

    /** The same reference up to the first space in its name. */
    public Reference withoutParameters() {
        return new Reference(kind, name.split("\\s", 2)[0]);
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }

    /** The reference as in a template, without braces. */
    @Override
    public String toString() {
        return kind.word() + ":" + name;
    }
}
