package dev.lodestar.processor.template;

import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Reference;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The result of compiling a template. */
public sealed interface Compilation {
    /**
     * The template is right.
     *
     * @param renderer the class that renders it, without its package
     * @param templatesRead the paths of the template and its partials
     * @param referencesUsed the actions, views and assets that it refers to
     * @param keylessLists lists whose items hold a form control that nothing ties to its item
     */
    record Compiled(
            TypeSpec renderer,
            SortedSet<String> templatesRead,
            SortedSet<Reference> referencesUsed,
            List<Fault> keylessLists)
            implements Compilation {
        /** Copies the collections. */
        public Compiled {
            templatesRead = Collections.unmodifiableSortedSet(new TreeSet<>(templatesRead));
            referencesUsed = Collections.unmodifiableSortedSet(new TreeSet<>(referencesUsed));
            keylessLists = List.copyOf(keylessLists);
        }
    }

    /**
     * The template is wrong.
     *
     * @param faults at least one, ordered by file and position
     */
    record Faulty(List<Fault> faults) implements Compilation {
        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
