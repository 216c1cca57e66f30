package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Reference;
import dev.lodestar.processor.template.step.RenderMethod;
import java.util.List;
import java.util.SortedSet;

/**
 * What checking a template found out.
 *
 * @param render the method that renders it; complete only if there are no faults
 * @param faults what is wrong, ordered by file and position
 * @param templatesRead the paths of the template and of everything it includes
 * @param referencesUsed the actions, views and assets that it refers to
 * @param keylessLists lists whose items hold a form control that nothing ties to its item
 */
public record CheckedTemplate(
        RenderMethod render,
        List<Fault> faults,
        SortedSet<String> templatesRead,
        SortedSet<Reference> referencesUsed,
        List<Fault> keylessLists) {}
