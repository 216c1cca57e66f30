package dev.lodestar.processor.asset.link;

import java.util.List;

/**
 * Finds what a script refers to: {@code import} and {@code export … from} with a relative specifier, {@code import('…')}
 * and {@code new URL('…', import.meta.url)} with a literal one, and the source map.
 */
final class ModuleLinks {
    private final FoundLinks links;
    private final JsScanner scanner;
    private JsToken token;

    ModuleLinks(String text) {
        this.links = new FoundLinks(text, ModuleLinks::unescape);
        this.scanner = new JsScanner(text, links);
        this.token = scanner.next();
    }

    List<Link> find() {
        while (token.kind() != JsToken.Kind.END) {
            if (scanner.isMember()) {
                advance();
            } else if (skip("import")) {
                afterImport();
            } else if (skip("export")) {
                if (token.isPunctuator("*") || token.isPunctuator("{")) {
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
        if (token.isString()) {
            links.addSpecifier(token.start(), token.end());
        } else if (token.isPunctuator("(")) {
            advance();
            JsToken literal = token;
            if (literal.isString()) {
                advance();
                if (token.isPunctuator(")") || token.isPunctuator(",")) {
                    links.addSpecifier(literal.start(), literal.end());
                }
            }
        } else if (token.kind() == JsToken.Kind.WORD || token.isPunctuator("{") || token.isPunctuator("*")) {
            clauseThenSpecifier();
        }
    }

    // What is imported or exported: names, strings, commas, braces and stars, up to "from" and a string.
    private void clauseThenSpecifier() {
        boolean from = false;
        while (isClausePart() && !(from && token.isString())) {
            from = token.isWord("from");
            advance();
        }
        if (from && token.isString()) {
            links.addSpecifier(token.start(), token.end());
        }
    }

    private boolean isClausePart() {
        return switch (token.kind()) {
            case WORD ->
                !token.text().equals("import")
                        && !token.text().equals("export")
                        && !token.text().equals("new");
            case STRING -> true;
            case PUNCTUATOR -> "{},*".contains(token.text());
            case OTHER, END -> false;
        };
    }

    private void afterNew() {
        if (skip("URL") && token.isPunctuator("(")) {
            advance();
            JsToken literal = token;
            if (literal.isString()) {
                advance();
                if (isModuleUrl()) {
                    links.addUrl(literal.start(), literal.end());
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

    private boolean skip(String word) {
        boolean is = token.isWord(word);
        if (is) {
            advance();
        }
        return is;
    }

    private void advance() {
        token = scanner.next();
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
