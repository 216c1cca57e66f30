package dev.lodestar.processor.asset.link;

import dev.lodestar.processor.javascript.Script;
import dev.lodestar.processor.javascript.Token;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what a script refers to: {@code import} and {@code export … from} with a relative specifier, {@code
 * import('…')} and {@code new URL('…', import.meta.url)} with a literal one, and the source map.
 */
final class ModuleLinks {
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private final FoundLinks links;
    private final Script script;
    private Token token;

    /** @param text the script, one character for each byte */
    ModuleLinks(String text) {
        this.links = new FoundLinks(text, ModuleLinks::unescape);
        // Bytes beyond ASCII belong to letters, or to white space that makes no difference here.
        String ascii = NOT_ASCII.matcher(text).replaceAll("_");
        this.script = new Script(
                ascii,
                (start, end) ->
                        SourceMapComment.find(text, start + 2, text.startsWith("/*", start) ? end - 2 : end, links));
        this.token = script.next();
    }

    List<Link> find() {
        while (token.kind() != Kind.END) {
            if (script.isMember()) {
                advance();
            } else if (skip("import")) {
                afterImport();
            } else if (skip("export")) {
                if (token.is("*") || token.is("{")) {
                    clauseThenSpecifier();
                }
            } else if (skip("new")) {
                afterNew();
            } else {
                advance();
            }
        }
        return links.all();
    }

    private void afterImport() {
        if (isString()) {
            addSpecifier(token);
        } else if (token.is("(")) {
            advance();
            Token literal = token;
            if (isString()) {
                advance();
                if (token.is(")") || token.is(",")) {
                    addSpecifier(literal);
                }
            }
        } else if (token.kind() == Kind.NAME || token.is("{") || token.is("*")) {
            clauseThenSpecifier();
        }
    }

    // The imports or exports: names, strings, commas, braces and stars, up to "from" and a string.
    private void clauseThenSpecifier() {
        boolean from = false;
        while (isClausePart() && !(from && isString())) {
            from = token.is("from");
            advance();
        }
        if (from && isString()) {
            addSpecifier(token);
        }
    }

    private boolean isClausePart() {
        return switch (token.kind()) {
            case NAME ->
                !token.text().equals("import")
                        && !token.text().equals("export")
                        && !token.text().equals("new");
            case STRING -> true;
            case PUNCTUATOR -> "{},*".contains(token.text());
            default -> false;
        };
    }

    private void afterNew() {
        if (skip("URL") && token.is("(")) {
            advance();
            Token literal = token;
            if (isString()) {
                advance();
                if (isModuleUrl()) {
                    links.addUrl(literal.start() + 1, literal.end() - 1);
                }
            }
        }
    }

    private boolean isModuleUrl() {
        for (String part : List.of(",", "import", ".", "meta", ".", "url")) {
            if (!token.text().equals(part)) {
                return false;
            }
            advance();
        }
        return true;
    }

    private boolean isString() {
        return token.kind() == Kind.STRING;
    }

    private void addSpecifier(Token literal) {
        links.addSpecifier(literal.start() + 1, literal.end() - 1);
    }

    private boolean skip(String word) {
        boolean is = token.is(word);
        if (is) {
            advance();
        }
        return is;
    }

    private void advance() {
        token = script.next();
    }

    private static String unescape(String escaped) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || ++i == escaped.length()) {
                plain.append(c);
                continue;
            }
            boolean braced = escaped.startsWith("u{", i);
            int start = braced ? i + 2 : i + 1;
            int end = switch (escaped.charAt(i)) {
                case 'x' -> start + 2;
                case 'u' -> braced ? escaped.indexOf('}', i) : start + 4;
                default -> -1;
            };
            if (end < start || end > escaped.length()) {
                plain.append(escaped.charAt(i));
            } else {
                plain.append(FoundLinks.encoded(hex(escaped.substring(start, end))));
                i = braced ? end : end - 1;
            }
        }
        return plain.toString();
    }

    private static int hex(String digits) {
        return digits.matches("[0-9A-Fa-f]{1,6}") ? Integer.parseInt(digits, 16) : -1;
    }
}
