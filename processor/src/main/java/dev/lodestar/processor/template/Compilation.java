package dev.lodestar.processor.template;

import com.palantir.javapoet.TypeSpec;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What became of a template. */
public sealed interface Compilation {
    /**
     * It is right.
     *
     * @param renderer the class that renders it, without its package
     * @param templatesRead the paths of the template and its partials
     * @param referencesUsed the actions, views and assets that it refers to
     * @param keylessLists lists in whose items nothing ties a form control to its item
     */
    record Compiled(
            TypeSpec renderer,
            SortedSet<String> templatesRead,
            SortedSet<Reference> referencesUsed,
            List<Fault> keylessLists)
            implements Compilation {
        /** Copies them. */
        public Compiled {
            templatesRead = Collections.unmodifiableSortedSet(new TreeSet<>(templatesRead));
            referencesUsed = Collections.unmodifiableSortedSet(new TreeSet<>(referencesUsed));
            keylessLists = List.copyOf(keylessLists);
        }
    }

    /**
     * It is wrong.
     *
     * @param faults at least one, in the order of the files and of the places in them
     */
    record Faulty(List<Fault> faults) implements Compilation {
        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
