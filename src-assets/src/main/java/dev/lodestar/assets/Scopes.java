package dev.lodestar.assets;

import dev.lodestar.assets.NameRoles.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the scopes of a module, the declarations in each, and the declaration that each name refers to. */
final class Scopes {
    /**
     * A part of the module in which certain declarations are visible.
     *
     * @param start its first token
     * @param end the token after its last one
     * @param outer the enclosing scope; null for the module
     * @param variables its declarations by name: the tokens that refer to each
     */
    record Scope(int start, int end, @Nullable Scope outer, Map<String, List<Integer>> variables) {}

    private static final Set<String> DECLARING = Set.of("const", "let", "var", "function", "class");
    private static final Set<String> HEADS = Set.of("if", "for", "while");

    private final List<JsToken> tokens;
    private final Role[] roles;
    private final int[] partner;
    private final List<Scope> all = new ArrayList<>();
    private final Map<Integer, Integer> ranges = new HashMap<>();
    private final Map<Integer, Integer> declarations = new LinkedHashMap<>();
    private final Map<String, List<Integer>> globals = new HashMap<>();

    private Scopes(List<JsToken> tokens, Role[] roles) {
        this.tokens = tokens;
        this.roles = roles;
        this.partner = Brackets.partners(tokens);
    }

    static Scopes of(List<JsToken> tokens, Role[] roles) {
        Scopes scopes = new Scopes(tokens, roles);
        scopes.findRanges();
        Scope[] around = scopes.open();
        scopes.declarations.forEach((token, scope) ->
                around[scope].variables().putIfAbsent(tokens.get(token).text(), new ArrayList<>()));
        for (int i = 0; i < tokens.size(); i++) {
            if (roles[i] != Role.NONE && roles[i] != Role.PROPERTY) {
                scopes.resolve(i, around[i]);
            }
        }
        return scopes;
    }

    /** All scopes, each after the ones that enclose it. */
    List<Scope> all() {
        return all;
    }

    /** The names that the module does not declare, with the tokens that refer to them. */
    Map<String, List<Integer>> globals() {
        return globals;
    }

    private void resolve(int token, @Nullable Scope innermost) {
        String name = tokens.get(token).text();
        for (Scope scope = innermost; scope != null; scope = scope.outer()) {
            List<Integer> uses = scope.variables().get(name);
            if (uses != null) {
                uses.add(token);
                return;
            }
        }
        globals.computeIfAbsent(name, key -> new ArrayList<>()).add(token);
    }

    /** Finds where scopes begin and end, and which scope each declaration belongs to: the one around some token. */
    private void findRanges() {
        for (int i = 0; i < tokens.size(); i++) {
            JsToken token = tokens.get(i);
            if (token.is("=>")) {
                int start = is(i - 1, ")") ? partner[i - 1] : i - 1;
                scope(start, is(i + 1, "{") ? partner[i + 1] : Brackets.expressionEnd(tokens, partner, i + 1) - 1);
                declare(start, start);
            } else if (token.is("{") && is(i - 1, ")") && !HEADS.contains(text(partner[i - 1] - 1))) {
                scope(partner[i - 1], partner[i]);
                declare(partner[i - 1], partner[i - 1]);
            } else if (token.is("{") && i > 0 && !is(i - 1, "=>")) {
                scope(i, partner[i]);
            } else if (roles[i] == Role.NONE && token.is("for")) {
                scope(i, Brackets.statementEnd(tokens, partner, i) - 1);
            } else if (roles[i] == Role.NONE && DECLARING.contains(token.text()) && token.kind() == JsToken.Kind.NAME) {
                declare(i + 1, i);
            }
        }
    }

    private void scope(int first, int last) {
        ranges.merge(first, last, Math::max);
    }

    /** Declares a name, or all names in a pattern or a parameter list, but not their defaults. */
    private void declare(int from, int scope) {
        int end = partner[from] > from ? partner[from] : from;
        for (int i = from; i <= end; i++) {
            if (tokens.get(i).is("=")) {
                i = Brackets.expressionEnd(tokens, partner, i + 1) - 1;
            } else if (roles[i] == Role.VARIABLE || roles[i] == Role.SHORTHAND) {
                declarations.put(i, scope);
            }
        }
    }

    /** Creates the scopes. Returns the innermost one around each token. */
    private Scope[] open() {
        Scope[] around = new Scope[tokens.size()];
        Scope scope = new Scope(0, tokens.size(), null, new LinkedHashMap<>());
        all.add(scope);
        for (int i = 0; i < tokens.size(); i++) {
            while (scope.end() <= i && scope.outer() != null) {
                scope = scope.outer();
            }
            if (ranges.containsKey(i)) {
                scope = new Scope(i, ranges.get(i) + 1, scope, new LinkedHashMap<>());
                all.add(scope);
            }
            around[i] = scope;
        }
        return around;
    }

    private boolean is(int i, String mark) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(mark);
    }

    private String text(int i) {
        return i < 0 ? "" : tokens.get(i).text();
    }
}
