package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression as JavaScript: {@code $path} is a signal and {@code @name(...)} calls an action. The translation is
 * exactly that of the client's {@code language/expressions.js}, so that an expression means the same in both forms.
 *
 * @param code the JavaScript
 * @param last where its last statement begins
 */
record Translation(Traced code, int last) {

    /** As much white space as Java can look back over; a browser has no limit. */
    private static final String SOME = "[" + Lexer.SPACE + "]{0,1000}";

    // In order: strings, comments and regular expressions, template literals, signals, action calls, brackets and
    // statement ends.
    private static final Pattern TOKENS = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
                    + "|/\\*.*?\\*/|(?=/)(?<=^" + SOME + "|[(,=:\\[!&|?{};]" + SOME + "|\\breturn[" + Lexer.SPACE
                    + "]{1,1000})"
                    + "/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\])*+]|[^/\\\\\n])+/"
                    + "|(?<template>`[^`\\\\]*+(?:\\\\.[^`\\\\]*+)*+`)"
                    + "|(?<![\\w$])\\$(?<signal>\\w+(?:[.-]\\w+)*)"
                    + "|@(?<action>[A-Za-z_]\\w*)[" + Lexer.SPACE + "]*\\("
                    + "|(?<opens>[(\\[{])|(?<closes>[)\\]}])|(?<ends>;)",
            Pattern.DOTALL);
    private static final Pattern INTERPOLATION = Pattern.compile("\\\\.|\\$\\{([^{}]*)}", Pattern.DOTALL);
    private static final Pattern START = Pattern.compile("^[" + Lexer.SPACE + "]+");
    private static final Pattern END = Pattern.compile("[" + Lexer.SPACE + ";]+\\z");
    private static final Pattern RETURNED = Pattern.compile("^[" + Lexer.SPACE + "]*(?:return\\b|\\z)");

    static Translation of(Traced text) {
        Traced source = trimmed(text);
        Traced code = new Traced();
        int from = 0;
        int last = 0;
        int nested = 0;
        Matcher token = TOKENS.matcher(source.toString());
        while (token.find()) {
            code.append(source, from, token.start());
            from = token.end();
            append(token, source, code);
            if (token.group("opens") != null || token.group("action") != null) {
                nested++;
            } else if (token.group("closes") != null) {
                nested--;
            } else if (token.group("ends") != null && nested == 0) {
                last = code.length();
            }
        }
        return new Translation(code.append(source, from, source.length()), last);
    }

    private static Traced trimmed(Traced text) {
        Matcher start = START.matcher(text.toString());
        int from = start.find() ? start.end() : 0;
        String rest = text.toString().substring(from);
        Matcher end = END.matcher(rest);
        return text.part(from, from + (end.find() ? end.start() : rest.length()));
    }

    private static void append(Matcher token, Traced source, Traced code) {
        int origin = source.origin(token.start());
        if (token.group("template") != null) {
            appendTemplate(source.part(token.start(), token.end()), code);
        } else if (token.group("signal") != null) {
            code.append("$['" + String.join("']['", token.group("signal").split("\\.")) + "']", origin);
        } else if (token.group("action") != null) {
            code.append("__action('" + token.group("action") + "',evt,", origin);
        } else {
            code.append(source, token.start(), token.end());
        }
    }

    /** A template literal, whose substitutions contain no braces of their own. */
    private static void appendTemplate(Traced template, Traced code) {
        int from = 0;
        Matcher interpolation = INTERPOLATION.matcher(template.toString());
        while (interpolation.find()) {
            code.append(template, from, interpolation.start());
            from = interpolation.start();
            if (interpolation.group(1) != null && !interpolation.group(1).isEmpty()) {
                Traced inner = template.part(interpolation.start(1), interpolation.end(1));
                code.append("${", template.origin(from)).append(of(inner).code());
                from = interpolation.end(1);
            }
        }
        code.append(template, from, template.length());
    }

    /** Whether its last statement is a value to return, so that it needs a {@code return}. */
    boolean endsWithValue() {
        return !RETURNED.matcher(code.toString().substring(last)).find();
    }
}
