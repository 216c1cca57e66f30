package dev.lodestar.assets;

import dev.lodestar.assets.NameRoles.Role;
import dev.lodestar.assets.Scopes.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Minifies a module without changing what it does: removes comments and spaces, and shortens the names of its
 * declarations and of properties that only its own objects have. The names of other properties and of globals stay.
 */
final class ShortModule {
    /** The most frequent letters first, since that compresses better. */
    private static final String LETTERS = "etnsrioaclupdhmfgbvkwyxqjzESTCANOMDILRPFBHUVWGKYXJQZ_";

    private static final Set<String> SHORT_KEYWORDS = Set.of("as", "do", "if", "in", "is", "of");

    private final List<JsToken> tokens;
    private final Role[] roles;

    /** The new name of each token that refers to a variable. */
    private final String[] names;

    private final Map<String, String> properties;

    private ShortModule(String text, Set<String> own) {
        tokens = Trimming.of(Constants.inPlace(JsToken.read(text)));
        roles = NameRoles.of(tokens);
        names = new String[tokens.size()];
        Scopes scopes = Scopes.of(tokens, roles);
        scopes.globals().forEach(this::name);
        scopes.all().forEach(this::shorten);
        properties = shortProperties(own);
    }

    /** @param text a module without imports, in which every statement ends with a semicolon or a brace */
    static String of(String text) {
        return of(text, Set.of());
    }

    /** @param own the properties to shorten */
    static String of(String text, Set<String> own) {
        return new ShortModule(text, own).text();
    }

    private Map<String, String> shortProperties(Set<String> own) {
        Set<String> present = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (roles[i] == Role.PROPERTY || roles[i] == Role.SHORTHAND) {
                present.add(tokens.get(i).text());
            }
        }
        Map<String, String> shorter = new HashMap<>();
        int number = 0;
        for (String name : present) {
            if (own.contains(name)) {
                String next = shortName(number++);
                while (present.contains(next)) {
                    next = shortName(number++);
                }
                shorter.put(name, next);
            }
        }
        return shorter;
    }

    /**
     * Names a scope's declarations in order, since similar functions then look alike, and avoids the names from outside
     * that are used in it. The enclosing scopes are already named.
     */
    private void shorten(Scope scope) {
        Set<String> taken = new HashSet<>(SHORT_KEYWORDS);
        for (int i = scope.start(); i < scope.end(); i++) {
            if (names[i] != null) {
                taken.add(names[i]);
            }
        }
        int number = 0;
        for (List<Integer> uses : scope.variables().values()) {
            String next = shortName(number++);
            while (taken.contains(next)) {
                next = shortName(number++);
            }
            name(next, uses);
        }
    }

    private void name(String name, List<Integer> uses) {
        uses.forEach(i -> names[i] = name);
    }

    private static String shortName(int number) {
        int letters = LETTERS.length();
        return number < letters
                ? LETTERS.substring(number, number + 1)
                : shortName(number / letters - 1) + LETTERS.charAt(number % letters);
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        // For each open bracket, whether the statement being written is a declaration.
        Deque<Boolean> declaring = new ArrayDeque<>(List.of(false));
        for (int i = 0; i < tokens.size(); i++) {
            JsToken token = tokens.get(i);
            boolean declares = token.is("let");
            if (token.opens()) {
                declaring.push(false);
            } else if (token.closes()) {
                declaring.pop();
            } else if (declares && i > 0 && tokens.get(i - 1).is(";") && declaring.element()) {
                // Two declarations in a row become one.
                out.setCharAt(out.length() - 1, ',');
                continue;
            } else if (declares || (token.is(";") && !isNext(i, "let"))) {
                declaring.pop();
                declaring.push(declares);
            }
            if (!token.is(";") || !isNext(i, "}")) {
                out.append(i > 0 && out.charAt(out.length() - 1) != ',' ? between(tokens.get(i - 1), token) : "");
                out.append(written(i));
            }
        }
        return out.append('\n').toString();
    }

    private boolean isNext(int i, String mark) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(mark);
    }

    private String written(int i) {
        String name = tokens.get(i).text();
        return switch (roles[i]) {
            case NONE -> name;
            case PROPERTY -> properties.getOrDefault(name, name);
            case VARIABLE -> names[i];
            case SHORTHAND -> {
                String property = properties.getOrDefault(name, name);
                yield names[i].equals(property) ? property : property + ":" + names[i];
            }
            case EXPORTED -> names[i] + " as " + name;
        };
    }

    private static String between(JsToken left, JsToken right) {
        boolean merges = (left.isWord() && right.isWord())
                || (left.text().endsWith("+") && right.text().startsWith("+"))
                || (left.text().endsWith("-") && right.text().startsWith("-"));
        return merges ? " " : "";
    }
}
