package dev.lodestar.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * Decides whether generated code can refer to an element.
 *
 * @param home the package of the generated code
 */
record Visibility(PackageElement home, Elements elements) {

    /**
     * Why the code cannot refer to the element, and what to do, as a sentence that calls the element "it"; empty if the
     * code can.
     */
    Optional<String> obstacle(Element element) {
        boolean isSamePackage = elements.getPackageOf(element).equals(home);
        for (Element e = element; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(name(e, element) + " is private. Remove 'private'.");
            }
            if (!isSamePackage && !e.getModifiers().contains(Modifier.PUBLIC)) {
                return Optional.of(name(e, element) + " is not public, and Main is in another package, "
                        + home.getQualifiedName() + ". Make " + name(e, element) + " public, or move it there.");
            }
        }
        return Optional.empty();
    }

    /** The same for a type and its parts: the elements of an array, and the type arguments. */
    Optional<String> obstacle(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return obstacle(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return obstacle(wildcard.getExtendsBound());
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        DeclaredType declared = (DeclaredType) type;
        return obstacle(declared.asElement())
                .or(() -> declared.getTypeArguments().stream()
                        .flatMap(argument -> obstacle(argument).stream())
                        .findFirst());
    }

    private static String name(Element found, Element asked) {
        return found.equals(asked) ? "it" : found.getSimpleName().toString();
    }
}
