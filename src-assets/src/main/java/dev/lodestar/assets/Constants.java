package dev.lodestar.assets;

import dev.lodestar.assets.JsToken.Kind;
import dev.lodestar.assets.NameRoles.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces a module's constants by their values, where these are shorter than the name and its declaration. */
final class Constants {
    private final List<JsToken> tokens;
    private final Role[] roles;

    /** The tokens of removed declarations. */
    private final Set<Integer> gone = new HashSet<>();

    /** The replacements of names. */
    private final Map<Integer, JsToken> values = new HashMap<>();

    private Constants(List<JsToken> tokens) {
        this.tokens = tokens;
        this.roles = NameRoles.of(tokens);
    }

    static List<JsToken> inPlace(List<JsToken> tokens) {
        Constants constants = new Constants(tokens);
        Scopes scopes = Scopes.of(tokens, constants.roles);
        scopes.all().get(0).variables().values().forEach(constants::replace);
        return constants.written();
    }

    /** @param uses the tokens that refer to one variable, its declaration first */
    private void replace(List<Integer> uses) {
        int declared = uses.get(0);
        if (!is(declared - 1, "const") || !is(declared + 1, "=") || !is(declared + 3, ";")) {
            return;
        }
        JsToken value = tokens.get(declared + 2);
        boolean plain = value.kind() == Kind.LITERAL && !value.text().startsWith("/");
        boolean exported = uses.stream().anyMatch(use -> roles[use] == Role.EXPORTED);
        if (plain && !exported && (uses.size() == 2 || value.text().length() <= 2)) {
            for (int i = declared - 1; i <= declared + 3; i++) {
                gone.add(i);
            }
            uses.subList(1, uses.size()).forEach(use -> values.put(use, value));
        }
    }

    private List<JsToken> written() {
        List<JsToken> written = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (gone.contains(i)) {
                continue;
            }
            JsToken value = values.get(i);
            if (value == null || roles[i] == Role.SHORTHAND) {
                written.add(tokens.get(i));
            }
            if (value != null && roles[i] == Role.SHORTHAND) {
                written.add(new JsToken(Kind.MARK, ":"));
            }
            if (value != null) {
                written.add(value);
            }
        }
        return written;
    }

    private boolean is(int i, String mark) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(mark);
    }
}
