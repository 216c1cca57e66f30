package dev.lodestar.text;

import java.util.Set;

/** The ids and names with which an element of a page would be in the way of the client. */
public final class ReservedIds {
    /** What the ids of the elements around the frame begin with. */
    public static final String PREFIX = "lodestar";

    /** A form has its controls as properties, in the place of its own. */
    private static final Set<String> PROPERTIES =
            Set.of(("id attributes children childNodes parentNode parentElement firstChild lastChild firstElementChild"
                            + " nextSibling previousSibling nextElementSibling nodeName nodeType nodeValue localName"
                            + " tagName namespaceURI isConnected isEqualNode remove closest matches contains style"
                            + " classList getAttribute setAttribute getAttributeNode setAttributeNode hasAttribute"
                            + " removeAttribute querySelector querySelectorAll insertBefore removeChild moveBefore"
                            + " replaceWith append cloneNode addEventListener removeEventListener dispatchEvent"
                            + " getElementsByTagName getElementById createElement body documentElement")
                    .split(" "));

    private ReservedIds() {}

    /**
     * Whether a control with this id or name would hide a property of its form that the client uses. All such names
     * consist of letters.
     */
    public static boolean hidesProperty(String name) {
        return PROPERTIES.contains(name);
    }
}
