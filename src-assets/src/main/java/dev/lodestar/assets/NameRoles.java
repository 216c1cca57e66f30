package dev.lodestar.assets;

import dev.lodestar.assets.JsToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Tells for each name in a module whether it refers to a variable or a property. */
final class NameRoles {
    enum Role {
        /** Not a name, or a word of the language. */
        NONE,
        /** A variable. */
        VARIABLE,
        /** A property, such as {@code a} in {@code b.a}, in {@code {a: b}} and in {@code {a() {}}}. */
        PROPERTY,
        /** A property and the variable of the same name, such as {@code a} in {@code {a, b}}. */
        SHORTHAND,
        /** A variable that the module exports under its own name. */
        EXPORTED
    }

    /** What a bracket contains. */
    private enum Group {
        PARENTHESES,
        BLOCK,
        OBJECT,
        CLASS,
        EXPORTS
    }

    private static final Set<String> KEYWORDS = Set.of(
            ("async await break case catch class const continue default delete do else export extends false finally for"
                            + " function get if in instanceof let new null of return set static super switch this throw true"
                            + " try typeof undefined var void while yield")
                    .split(" "));

    /** After these, a brace contains statements. */
    private static final Set<String> BEFORE_BLOCK = Set.of(")", "=>", ";", "{", "}", "else", "try", "finally", "do");

    private final List<JsToken> tokens;
    private final Role[] roles;
    private final Deque<Group> groups = new ArrayDeque<>();
    private boolean classAhead;

    private NameRoles(List<JsToken> tokens) {
        this.tokens = tokens;
        this.roles = new Role[tokens.size()];
        groups.push(Group.BLOCK);
    }

    /** The role of each token. */
    static Role[] of(List<JsToken> tokens) {
        NameRoles reader = new NameRoles(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            reader.roles[i] = reader.read(i);
        }
        return reader.roles;
    }

    private Role read(int i) {
        JsToken token = tokens.get(i);
        if (token.kind() != Kind.MARK) {
            return token.kind() == Kind.NAME ? name(i) : Role.NONE;
        }
        switch (token.text()) {
            case "{" -> groups.push(brace(i));
            case "(", "[" -> groups.push(Group.PARENTHESES);
            case "}", ")", "]" -> groups.pop();
            default -> {}
        }
        return Role.NONE;
    }

    private Group brace(int i) {
        if (classAhead) {
            classAhead = false;
            return Group.CLASS;
        }
        if (text(i - 1).equals("export")) {
            return Group.EXPORTS;
        }
        return i == 0 || BEFORE_BLOCK.contains(text(i - 1)) ? Group.BLOCK : Group.OBJECT;
    }

    private Role name(int i) {
        String name = text(i);
        Group group = groups.element();
        if (text(i - 1).equals(".") || text(i - 1).equals("?.") || group == Group.CLASS || name.startsWith("#")) {
            return Role.PROPERTY;
        }
        if (group == Group.EXPORTS) {
            return Role.EXPORTED;
        }
        if (group == Group.OBJECT && isKey(i)) {
            return key(i);
        }
        classAhead |= name.equals("class");
        return KEYWORDS.contains(name) ? Role.NONE : Role.VARIABLE;
    }

    private boolean isKey(int i) {
        String before = text(i - 1);
        return before.equals("{") || before.equals(",") || (before.equals("async") && isKey(i - 1));
    }

    private Role key(int i) {
        return switch (text(i + 1)) {
            case ",", "}", "=" -> Role.SHORTHAND;
            default -> Role.PROPERTY;
        };
    }

    private String text(int i) {
        return i < 0 || i >= tokens.size() || tokens.get(i).kind() == Kind.LITERAL
                ? ""
                : tokens.get(i).text();
    }
}
